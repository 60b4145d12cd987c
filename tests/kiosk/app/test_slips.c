// SPDX-License-Identifier: GPL-3.0-or-later
// A slip from the model to its picture, and back by a reader of codes.
#include "one_kiosk.h"

#include "base/file.h"
#include "base/text.h"
#include "kiosk/app/slips.h"
#include "kiosk/screens/slip.h"
#include "kiosk/ui/font.h"
#include "qr/qr.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct lang lang;
static struct fonts *fonts;
static struct identity identity;

static int once(void **state)
{
  struct fault fault = {{0}};
  assert_true(secret_start(&fault));
  device_key_new(&identity.key);
  lines_start();
  fonts = fonts_open(&fault);
  return fonts && lang_start(&lang, "locales", &fault) ? 0 : -1;
}

static int at_the_end(void **state)
{
  lang_stop(&lang);
  fonts_close(fonts);
  return 0;
}

static struct message order_lunch(void)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_choose_lunch(&player);
  confirm();
  return *player_last_message(&player);
}

static struct paper_sheet words_of(const struct message *message, bool again)
{
  struct paper_sheet sheet = {.width = 576, .locale = "zh_CN"};
  char word[SLIP_WORD_SIZE];
  slip_word(message->id, word);
  struct slip_facts facts = {.number = 17, .word = word, .again = again};
  assert_true(slip_write_words(&player.model, &lang, message, &facts, &sheet));
  return sheet;
}

static bool stands(const struct paper_sheet *sheet, const char *words)
{
  for (int i = 0; i < sheet->line_count; i++)
    if (strstr(sheet->lines[i].text, words))
      return true;
  return false;
}

static void write_pbm(const struct bitmap *picture, const char *path)
{
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fprintf(file, "P4\n%d %d\n", picture->width, picture->height);
  fwrite(picture->bytes, (size_t)picture->pitch, (size_t)picture->height, file);
  fclose(file);
}

static void assert_read(const char *path, const char *text)
{
  struct buffer command = {0};
  buffer_printf(&command, "convert %s -bordercolor white -border 40 png:- | zbarimg -q --raw png:- 2>/dev/null", path);
  FILE *reader = popen(command.bytes, "r");
  char read[SLIP_TEXT_SIZE + 1] = "";
  assert_non_null(fgets(read, sizeof read, reader));
  pclose(reader);
  read[strcspn(read, "\n")] = '\0';
  assert_string_equal(read, text);
  buffer_free(&command);
}

static void look_at(const struct message *message, int width, int dots)
{
  char text[SLIP_TEXT_SIZE], path[] = "/tmp/anban-slip-XXXXXX";
  struct paper_sheet sheet = words_of(message, false);
  sheet.width = width;
  assert_true(identity_sign_slip(&identity, message, 17, text));
  assert_true(qr_of_digits(text, dots, &sheet.code));
  assert_true(sheet.code.width <= width);
  struct bitmap picture = paper_draw(fonts, &sheet);
  int file = mkstemp(path);
  assert_true(file >= 0);
  write_pbm(&picture, path);
  if (getenv("ANBAN_PICTURES")) {
    char kept[300];
    FORMAT_TEXT(kept, "%s/slip-%d.pbm", getenv("ANBAN_PICTURES"), width);
    write_pbm(&picture, kept);
  }
  assert_read(path, text);
  close(file);
  remove(path);
  bitmap_free(&picture);
  bitmap_free(&sheet.code);
}

static void the_code_of_a_slip_is_read_on_wide_and_on_narrow_paper(void **state)
{
  struct message message = order_lunch();
  look_at(&message, 576, 4);
  look_at(&message, 384, 4);
}

static void it_says_whose_what_when_and_what_to_do_with_it(void **state)
{
  struct message message = order_lunch();
  const struct resident *person = model_person(&player.model);
  const struct dish *dish = snapshot_dish(player.model.snapshot, message.body.is.order.items[0].dish_id);
  struct paper_sheet sheet = words_of(&message, false);
  assert_true(stands(&sheet, "17"));
  assert_true(stands(&sheet, person->name));
  assert_true(stands(&sheet, dish->name));
  assert_true(stands(&sheet, player.model.snapshot->site.phone));
  assert_true(sheet.code_before > 0 && sheet.code_before < sheet.line_count);
  int first = sheet.line_count;
  sheet = words_of(&message, true);
  assert_int_equal(sheet.line_count, first + 1); // that it is printed once more
}

static void in_a_hall_it_says_nothing_that_is_nobody_elses(void **state)
{
  struct message message = order_lunch();
  const struct resident *person = model_person(&player.model);
  struct paper_sheet sheet = words_of(&message, false);
  assert_true(person->room[0]);
  assert_false(stands(&sheet, person->room));
  player.model.settings.kind = KIOSK_BEDSIDE;
  sheet = words_of(&message, false);
  assert_true(stands(&sheet, person->room));
}

static void a_cancelled_order_says_which(void **state)
{
  struct message message = message_blank(MESSAGE_ORDER_CANCEL);
  struct message order = order_lunch();
  player_saved(&player);
  player_answer(&player, true, REFUSAL_NONE, 12);
  COPY_TEXT(message.id, "019aa9c0-0000-7000-8000-000000000077");
  COPY_TEXT(message.body.is.order.id, order.body.is.order.id);
  struct paper_sheet sheet = words_of(&message, false);
  assert_true(stands(&sheet, model_person(&player.model)->name));
  COPY_TEXT(message.body.is.order.id, message.id);
  sheet = words_of(&message, false); // of an order that is not known here any more
  assert_false(stands(&sheet, model_person(&player.model)->name));
}

static void what_paper_does_not_carry_has_no_words(void **state)
{
  struct message message = message_blank(MESSAGE_HELP_RAISE);
  struct paper_sheet sheet = {.width = 576};
  assert_false(slip_write_words(&player.model, &lang, &message, &(struct slip_facts){.word = "AAAAAAAA"}, &sheet));
}

#define SLIP(test) cmocka_unit_test_setup_teardown(test, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      SLIP(the_code_of_a_slip_is_read_on_wide_and_on_narrow_paper),
      SLIP(it_says_whose_what_when_and_what_to_do_with_it),
      SLIP(in_a_hall_it_says_nothing_that_is_nobody_elses),
      SLIP(a_cancelled_order_says_which),
      SLIP(what_paper_does_not_carry_has_no_words),
  };
  return cmocka_run_group_tests(tests, once, at_the_end);
}
