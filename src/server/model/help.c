// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help.h"

#include "base/text.h"
#include "server/model/announce.h"
#include "server/model/help_escalation.h"
#include "server/model/help_rows.h"
#include "server/model/help_tell.h"
#include "server/model/kiosk.h"

#include <string.h>

static void press(struct db *db, struct help *help, const char *id, anban_ms at)
{
  struct help_step step = {.kind = HELP_STEP_PRESSED, .at = at};
  COPY_TEXT(step.press, id);
  help_step_write_down(db, help, &step);
}

static void begin(struct db *db, struct help *help, anban_ms now)
{
  help_insert(db, help, now);
  press(db, help, help->id, help->raised_at);
  help_step(db, help, HELP_STEP_RECEIVED, "server", "", now);
  help_escalation_begin(db, help, now);
  help_keep(db, help, now);
  help_tell_outside(db, help, now);
}

// Whoever had taken it may have gone again, so it is told from the beginning.
static void press_again(struct db *db, struct help *help, const struct help *raised, anban_ms now)
{
  press(db, help, raised->id, raised->raised_at);
  help->presses++;
  if (help->state == HELP_ACKNOWLEDGED) {
    help->state = HELP_RAISED;
    help->staff_name[0] = '\0';
    help_escalation_begin(db, help, now);
  }
  help_keep(db, help, now);
  help_tell_outside(db, help, now);
}

void help_raise(struct db *db, const struct help *raised, anban_ms now, struct help *out)
{
  char known[UUID_SIZE];
  if (help_steps_find_press(db, raised->id, known) && help_load(db, known, out))
    return;
  if (help_load(db, raised->id, out)) // of a version that kept no steps
    return;
  if (help_find_open(db, raised->kiosk_id, raised->resident_id, out)) {
    press_again(db, out, raised, now);
    return;
  }
  *out = *raised;
  out->presses = 1;
  begin(db, out, now);
}

bool help_cancel(struct db *db, const char *press_id, const char *kiosk_id, anban_ms now, struct help *out)
{
  char id[UUID_SIZE];
  COPY_TEXT(id, press_id);
  help_steps_find_press(db, press_id, id);
  bool own = help_load(db, id, out) && strcmp(out->kiosk_id, kiosk_id) == 0;
  if (!own || !help_is_open(out))
    return own;
  out->state = HELP_CANCELLED;
  help_step(db, out, HELP_STEP_CANCELLED, "", "", now);
  help_escalation_end(db, out, now);
  help_keep(db, out, now);
  return own;
}

static enum outcome load_open(struct db *db, const char *id, struct help *out, struct fault *fault)
{
  if (!help_load(db, id, out)) {
    fault_set(fault, "there is no call for help %s", id);
    return OUTCOME_NOT_FOUND;
  }
  if (!help_is_open(out)) {
    fault_set(fault, "the call for help %s is %s already", id, help_state_code(out->state));
    return OUTCOME_SETTLED;
  }
  return OUTCOME_DONE;
}

static void take(struct db *db, struct help *help, const struct actor *who, const char *way, anban_ms now)
{
  COPY_TEXT(help->staff_name, who->name);
  help->state = HELP_ACKNOWLEDGED;
  help_step(db, help, HELP_STEP_TAKEN, way, who->name, now);
  help_escalation_end(db, help, now);
  announce_audit(db, who, "help.acknowledge", help->id, now);
}

enum outcome help_acknowledge(struct db *db, const char *help_id, const struct actor *who, const char *way,
                              anban_ms now, struct help *out, struct fault *fault)
{
  enum outcome outcome = load_open(db, help_id, out, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  if (out->state == HELP_ACKNOWLEDGED) {
    bool own = strcmp(out->staff_name, who->name) == 0;
    if (!own)
      fault_set(fault, "%s has taken this call already", out->staff_name);
    return own ? OUTCOME_DONE : OUTCOME_SETTLED;
  }
  take(db, out, who, way, now);
  help_keep(db, out, now);
  return OUTCOME_DONE;
}

enum outcome help_come(struct db *db, const char *help_id, enum help_step_kind step, const struct actor *who,
                       anban_ms now, struct help *out, struct fault *fault)
{
  enum outcome outcome = load_open(db, help_id, out, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  if (out->state == HELP_RAISED)
    take(db, out, who, "desk", now);
  help_step(db, out, step, "desk", who->name, now);
  announce_audit(db, who, step == HELP_STEP_THERE ? "help.there" : "help.coming", help_id, now);
  help_keep(db, out, now);
  return OUTCOME_DONE;
}

enum outcome help_close(struct db *db, const char *help_id, enum help_ending ending, const struct actor *who,
                        anban_ms now, struct help *out, struct fault *fault)
{
  enum outcome outcome = load_open(db, help_id, out, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  if (!out->staff_name[0])
    COPY_TEXT(out->staff_name, who->name);
  out->state = HELP_CLOSED;
  out->ending = ending;
  help_step(db, out, HELP_STEP_CLOSED, "desk", who->name, now);
  help_escalation_end(db, out, now);
  help_keep(db, out, now);
  announce_audit(db, who, "help.close", help_id, now);
  return OUTCOME_DONE;
}

enum outcome help_shown(struct db *db, const char *help_id, const struct actor *who, anban_ms now, struct help *out,
                        struct fault *fault)
{
  enum outcome outcome = load_open(db, help_id, out, fault);
  if (outcome != OUTCOME_DONE || help_steps_have(out, HELP_STEP_RECEIVED, "desk", who->name))
    return outcome;
  help_step(db, out, HELP_STEP_RECEIVED, "desk", who->name, now);
  help_keep(db, out, now);
  return OUTCOME_DONE;
}

enum outcome help_drill(struct db *db, const char *kiosk_id, const struct actor *who, anban_ms now, struct help *out,
                        struct fault *fault)
{
  struct kiosk kiosk;
  if (!kiosk_get(db, kiosk_id, &kiosk) || kiosk.state != KIOSK_APPROVED) {
    fault_set(fault, "there is no kiosk %s", kiosk_id);
    return OUTCOME_NOT_FOUND;
  }
  *out = (struct help){.state = HELP_RAISED, .raised_at = now, .presses = 1, .drill = true};
  uuid_new(out->id, now);
  COPY_TEXT(out->kiosk_id, kiosk_id);
  begin(db, out, now);
  announce_audit(db, who, "help.drill", out->id, now);
  return OUTCOME_DONE;
}
