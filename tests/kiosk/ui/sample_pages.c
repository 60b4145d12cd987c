// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_pages.h"

#include "base/text.h"

#include <string.h>

enum { KIND = 1, KIND_DIGIT, KIND_TURN };

static bool english(const struct page *page)
{
  return strcmp(page->locale, "en") == 0;
}

static const char *say(const struct page *page, const char *zh, const char *en)
{
  return english(page) ? en : zh;
}

static void set_key(struct page_item *item, const char *name, const char *label, const char *icon)
{
  *item = (struct page_item){.enabled = true, .action = {.kind = KIND}};
  COPY_TEXT(item->name, name);
  COPY_TEXT(item->label, label);
  COPY_TEXT(item->icon, icon);
}

static struct page_item *add(struct page *page, const char *label, const char *detail, const char *icon)
{
  struct page_item *item = &page->items[page->item_count++];
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "item.%d", page->item_count);
  set_key(item, name, label, icon);
  COPY_TEXT(item->detail, detail);
  return item;
}

static void add_key(struct page *page, const char *label, const char *icon, enum item_look look)
{
  struct page_item *item = &page->keys[page->key_count++];
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "key.%d", page->key_count);
  set_key(item, name, label, icon);
  item->look = look;
}

static void set_frame(struct page *page, const char *name, const char *title)
{
  COPY_TEXT(page->name, name);
  COPY_TEXT(page->title, title);
  page->text_percent = 100;
  page->turn.kind = KIND_TURN;
  page->digit.kind = KIND_DIGIT;
  set_key(&page->help, "help", say(page, "求助", "Help"), "help");
  set_key(&page->back, "back", say(page, "返回", "Back"), "back");
  set_key(&page->home, "home", say(page, "首页", "Home"), "home");
  set_key(&page->repeat, "repeat", say(page, "再听一遍", "Hear again"), "repeat");
  set_key(&page->previous, "previous", say(page, "上一页", "Previous"), "previous");
  set_key(&page->next, "next", say(page, "下一页", "Next"), "next");
  COPY_TEXT(page->place_text, say(page, "第 %d 页，共 %d 页", "Page %d of %d"));
}

static void dish(struct page *page, const char *zh, const char *en, const char *price, const char *file)
{
  struct page_item *item = add(page, say(page, zh, en), "", "meal");
  COPY_TEXT(item->value, price);
  FORMAT_TEXT(item->picture, "%s/assets/dishes/%s.png", ANBAN_BUILD, file);
}

static void dishes(struct page *page)
{
  set_frame(page, "meal.dishes", say(page, "今天午餐，您想吃什么？", "Today's lunch: what would you like?"));
  dish(page, "红烧狮子头套餐", "Braised pork ball set", english(page) ? "¥12.00" : "12 元", "set_lunch_a");
  dish(page, "清蒸鲈鱼套餐", "Steamed sea bass set", english(page) ? "¥14.00" : "14 元", "set_lunch_b");
  COPY_TEXT(page->items[1].note, say(page, "软烂 · 低盐", "soft · low salt"));
  dish(page, "番茄炒蛋", "Tomato and egg", english(page) ? "¥6.50" : "6.5 元", "tomato_egg");
  page->items[2].look = LOOK_CHOSEN;
  dish(page, "麻婆豆腐", "Mapo tofu", english(page) ? "¥5.00" : "5 元", "tofu");
  page->items[3].look = LOOK_WARNING;
  COPY_TEXT(page->items[3].note, say(page, "含花生", "contains peanuts"));
  dish(page, "清炒时蔬", "Greens of the season", english(page) ? "¥4.00" : "4 元", "greens");
  dish(page, "小米粥", "Millet congee", english(page) ? "¥2.00" : "2 元", "millet_congee");
  dish(page, "山药排骨汤", "Yam and rib soup", english(page) ? "¥8.00" : "8 元", "soup");
  add_key(page, say(page, "看看点了什么（1 样）", "See my order (1 dish)"), "order", LOOK_MAIN);
}

static void home(struct page *page)
{
  set_frame(page, "home", say(page, "李秀英，您要做什么？", "Xiuying Li, what would you like to do?"));
  page->back.action.kind = 0;
  page->home.action.kind = 0;
  struct page_item *usual = add(page, say(page, "今天午餐，照旧", "Today's lunch, the usual"),
                                say(page, "红烧狮子头套餐，送到房间", "Braised pork ball set, to your room"), "lunch");
  usual->look = LOOK_MAIN;
  add(page, say(page, "点餐", "Order a meal"), "", "meal");
  add(page, say(page, "我的今天", "My day"), "", "today");
  add(page, say(page, "设置", "Settings"), "", "settings");
  add_key(page, say(page, "我用完了", "I have finished"), "leave", LOOK_PLAIN);
}

static void six_tiles(struct page *page)
{
  static const char *const zh[] = {"点餐", "预约服务", "视频通话", "我的今天", "通知活动", "设置"};
  static const char *const en[] = {"Order a meal", "Book a service", "Video call", "My day", "News", "Settings"};
  static const char *const icons[] = {"meal", "booking", "video", "today", "bell", "settings"};
  set_frame(page, "six", say(page, "王建国，您要做什么？", "Jianguo Wang, what would you like to do?"));
  page->back.action.kind = 0;
  for (int i = 0; i < 6; i++)
    add(page, say(page, zh[i], en[i]), "", icons[i]);
  page->line = LINE_OFFLINE;
  COPY_TEXT(page->line_text,
            say(page, "网络断了，您照样点，通了就送出", "No connection now. Order as usual: it goes out later."));
}

static void orders(struct page *page)
{
  set_frame(page, "today", say(page, "我的订餐", "My orders"));
  struct page_item *first =
      add(page, say(page, "今天午餐", "Today's lunch"),
          say(page, "红烧狮子头套餐，送到 302 房", "Braised pork ball set, to room 302"), "lunch");
  COPY_TEXT(first->note, say(page, "厨房已收到，11:30 送到", "The kitchen has it; comes at 11:30"));
  COPY_TEXT(first->value, say(page, "12 元", "¥12.00"));
  first->look = LOOK_DONE;
  struct page_item *second =
      add(page, say(page, "今天晚餐", "Today's supper"), say(page, "小米粥，自取", "Millet congee, pick up"), "supper");
  COPY_TEXT(second->note, say(page, "已记下，等网络通了送出", "Noted; goes out when the connection is back"));
  COPY_TEXT(second->value, say(page, "2 元", "¥2.00"));
  struct page_item *third = add(page, say(page, "明天早餐", "Tomorrow's breakfast"),
                                say(page, "豆浆包子，堂食", "Soy milk and buns, eat in"), "breakfast");
  COPY_TEXT(third->value, say(page, "5 元", "¥5.00"));
  struct page_item *fourth = add(page, say(page, "明天午餐", "Tomorrow's lunch"),
                                 say(page, "清蒸鲈鱼套餐，送到 302 房", "Steamed sea bass set, to room 302"), "lunch");
  COPY_TEXT(fourth->value, say(page, "14 元", "¥14.00"));
  fourth->enabled = false;
  add_key(page, say(page, "再点一份", "Order more"), "meal", LOOK_MAIN);
}

static void confirm(struct page *page)
{
  set_frame(page, "confirm", say(page, "这样点，对吗？", "Is this right?"));
  struct page_item *lines[4];
  lines[0] = add(page, say(page, "今天午餐", "Today's lunch"), say(page, "11 月 22 日，星期日", "Sunday, 22 November"),
                 "lunch");
  lines[1] = add(page, say(page, "红烧狮子头套餐", "Braised pork ball set"), "", "");
  COPY_TEXT(lines[1]->value, say(page, "12 元", "¥12.00"));
  FORMAT_TEXT(lines[1]->picture, "%s/assets/dishes/set_lunch_a.png", ANBAN_BUILD);
  lines[2] = add(page, say(page, "送到 302 房", "To room 302"), say(page, "大约 11:30", "about 11:30"), "deliver");
  lines[3] = add(page, say(page, "一共", "Altogether"), "", "");
  COPY_TEXT(lines[3]->value, say(page, "12 元", "¥12.00"));
  for (int i = 0; i < 4; i++)
    lines[i]->action.kind = 0;
  add_key(page, say(page, "改一改", "Change it"), "change", LOOK_PLAIN);
  add_key(page, say(page, "对，就这样点", "Yes, order it"), "check", LOOK_MAIN);
}

static void done(struct page *page)
{
  set_frame(page, "done", say(page, "点好了", "It is ordered"));
  COPY_TEXT(page->icon, "happy");
  add(page, say(page, "厨房已收到您的午餐，号码 17。", "The kitchen has your lunch. Your number is 17."), "", "")
      ->look = LOOK_MAIN;
  add(page, say(page, "大约 11:30 送到 302 房。", "It comes to room 302 at about 11:30."), "", "");
  add(page, say(page, "改主意了？9:30 以前都可以改。", "Changed your mind? You can change it until 9:30."), "", "");
  add_key(page, say(page, "改一改", "Change it"), "change", LOOK_PLAIN);
  add_key(page, say(page, "不要了", "Cancel it"), "cancel", LOOK_PLAIN);
  add_key(page, say(page, "好", "Good"), "check", LOOK_MAIN);
}

static void pin(struct page *page)
{
  set_frame(page, "pin", say(page, "请输入四位密码", "Please enter your four digits"));
  page->body = BODY_KEYPAD;
  page->entry_room = 4;
  COPY_TEXT(page->entry, "••");
  add(page, say(page, "李秀英，您好", "Hello, Xiuying Li"), "", "")->action.kind = 0;
  add_key(page, say(page, "忘了", "Forgot"), "person", LOOK_PLAIN);
}

static void diet(struct page *page)
{
  set_frame(page, "diet", say(page, "请您留意", "Please note"));
  COPY_TEXT(page->icon, "warning");
  add(page, say(page, "麻婆豆腐含有花生。", "Mapo tofu contains peanuts."), "", "")->look = LOOK_WARNING;
  add(page,
      say(page, "您的档案里写着：对花生过敏。还要点吗？", "Your record says: allergic to peanuts. Order it anyway?"),
      "", "");
  add_key(page, say(page, "还是要", "Order it anyway"), "check", LOOK_PLAIN);
  add_key(page, say(page, "不要了，换一个", "No, choose another"), "back", LOOK_MAIN);
}

static void theme(struct page *page)
{
  set_frame(page, "theme", say(page, "换个颜色", "Colours"));
  add(page, say(page, "米黄底黑字", "Black on paper"), "", "theme")->look = LOOK_CHOSEN;
  add(page, say(page, "黑底白字", "White on black"), "", "theme");
  add(page, say(page, "黑底黄字", "Yellow on black"), "", "theme");
}

static void who(struct page *page)
{
  static const char *const names[] = {"李秀英", "𠮷田正雄", "阿卜杜热西提·买买提明", "欧阳淑兰", "王建国", "陈玉珍",
                                      "赵德福", "孙桂香"};
  set_frame(page, "who", say(page, "您是哪一位？", "Who are you?"));
  page->home.action.kind = 0;
  for (int i = 0; i < 8; i++)
    add(page, names[i], say(page, "302 房", "Room 302"), "person");
}

static void long_words(struct page *page)
{
  set_frame(page, "long",
            say(page, "还没有得到社区服务台的同意，请稍等一下", "Waiting for the community desk to approve"));
  COPY_TEXT(page->icon, "wait");
  add(page,
      say(page, "这台机器已经告诉服务台它在这里，工作人员会来核对下面的号码。核对好以后，这里就可以点餐、看通知了。",
          "This kiosk has told the desk that it is here. Staff will compare the number below. Then you can order "
          "here."),
      "", "");
  add(page, "4821 9037", "", "")->look = LOOK_MAIN;
  add(page,
      say(page, "如果等了很久，请找身边的工作人员帮忙，也可以按右上角红色的求助键，我们马上就来。",
          "If it takes long, please ask a member of staff, or touch the red help key at the upper right: we come at "
          "once."),
      "", "");
}

static void rest(struct page *page)
{
  set_frame(page, "rest", say(page, "请点一下屏幕开始", "Touch the screen to begin"));
  page->body = BODY_REST;
  page->back.action.kind = 0;
  page->home.action.kind = 0;
  struct page_item *clock = add(page, "9:41", say(page, "11 月 22 日 星期日", "Sunday, 22 November"), "");
  COPY_TEXT(clock->note, say(page, "农历十月十四 小雪", ""));
  dish(page, "红烧狮子头套餐", "Braised pork ball set", "", "set_lunch_a");
  dish(page, "清蒸鲈鱼套餐", "Steamed sea bass set", "", "set_lunch_b");
  dish(page, "山药排骨汤", "Yam and rib soup", "", "soup");
}

static void how(struct page *page)
{
  set_frame(page, "how", say(page, "饭怎么送给您？", "How would you like to have it?"));
  add(page, say(page, "在食堂吃", "Eat in"), say(page, "一楼餐厅", "Dining room, ground floor"), "eat_in");
  add(page, say(page, "自己取", "Pick up"), say(page, "一楼窗口", "Counter, ground floor"), "pick_up");
  add(page, say(page, "送到房间", "To my room"), say(page, "302 房", "Room 302"), "deliver")->look = LOOK_CHOSEN;
}

static struct page_item *person_box(struct page *page, const char *name, const char *label)
{
  struct page_item *item = add(page, label, "", "person");
  COPY_TEXT(item->name, name);
  item->action.kind = 0;
  return item;
}

static void call_keys(struct page *page)
{
  page->back.action.kind = page->home.action.kind = 0;
  add_key(page, say(page, "拉上帘子", "Curtain"), "cancel", LOOK_PLAIN);
  add_key(page, say(page, "小声点", "Quieter"), "volume_up", LOOK_PLAIN);
  add_key(page, say(page, "大声点", "Louder"), "volume_up", LOOK_PLAIN);
  add_key(page, say(page, "听不见", "I can't hear"), "warning", LOOK_PLAIN);
  add_key(page, say(page, "挂断", "Hang up"), "cancel", LOOK_MAIN);
}

static void call_one(struct page *page)
{
  set_frame(page, "call.one", say(page, "和大女儿季小兰通话", "Call with your daughter Ji Xiaolan"));
  call_keys(page);
  person_box(page, "video.a", say(page, "季小兰", "Ji Xiaolan"));
  COPY_TEXT(page->items[0].picture, ANBAN_BUILD "/assets/portraits/ji_yulan.png");
  person_box(page, "video.self", say(page, "您", "You"));
}

static void call_many(struct page *page)
{
  set_frame(page, "call.many", say(page, "和家人通话", "Call with your family"));
  call_keys(page);
  person_box(page, "video.a", say(page, "季小兰", "Ji Xiaolan"));
  person_box(page, "video.b", say(page, "陈国强", "Chen Guoqiang"));
  person_box(page, "video.c", say(page, "外孙女儿米拉·阿不都热合曼", "Your granddaughter Mila Abdurahman"));
  person_box(page, "video.d", say(page, "周慧", "Zhou Hui"));
  person_box(page, "video.self", say(page, "您", "You"));
  struct page_item *state =
      person_box(page, "state", say(page, "网络不太好，请稍等一下。", "The line is weak. Please wait a moment."));
  state->look = LOOK_WARNING;
}

static void call_rings(struct page *page)
{
  set_frame(page, "call.rings", say(page, "大女儿季小兰来电话了", "Your daughter Ji Xiaolan is calling"));
  page->back.action.kind = page->home.action.kind = 0;
  person_box(page, "video.a", say(page, "季小兰", "Ji Xiaolan"));
  add_key(page, say(page, "不接", "Not now"), "cancel", LOOK_PLAIN);
  add_key(page, say(page, "接电话", "Answer"), "check", LOOK_MAIN);
}

const char *sample_page(int which, const char *locale, struct page *out)
{
  static const struct {
    void (*write)(struct page *page);
    enum page_body body;
  } samples[SAMPLE_PAGES] = {
      {rest, BODY_REST},        {home, BODY_TILES},    {six_tiles, BODY_TILES}, {dishes, BODY_TILES},
      {orders, BODY_ROWS},      {confirm, BODY_ROWS},  {done, BODY_WORDS},      {diet, BODY_WORDS},
      {pin, BODY_KEYPAD},       {theme, BODY_TILES},   {who, BODY_TILES},       {how, BODY_TILES},
      {long_words, BODY_WORDS}, {call_one, BODY_CALL}, {call_many, BODY_CALL},  {call_rings, BODY_CALL},
  };
  *out = (struct page){.body = samples[which].body};
  COPY_TEXT(out->locale, locale);
  samples[which].write(out);
  return out->name;
}
