// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/locale.h"

#include "base/text.h"

#include <string.h>

// English stands among the first six, which are the first page of a kiosk: whoever reads no Chinese sees it at once.
static const struct {
  const char *code, *own_name;
} locales[LOCALES] = {
    {"zh_CN", "普通话"},          {"zh_HK", "廣東話"},         {"zh_CN@shanghai", "上海话"},
    {"zh_CN@hangzhou", "杭州话"}, {"zh_CN@sichuan", "四川话"}, {"en", "English"},
    {"zh_CN@dongbei", "东北话"},  {"zh_CN@henan", "河南话"},   {"zh_CN@shandong", "山东话"},
    {"zh_CN@shaanxi", "陕西话"},  {"zh_CN@tianjin", "天津话"}, {"zh_CN@wuhan", "武汉话"},
};

const char *locale_code(int index)
{
  return locales[index].code;
}

const char *locale_own_name(int index)
{
  return locales[index].own_name;
}

int locale_index(const char *code)
{
  for (int i = 0; i < LOCALES; i++) {
    if (strcmp(locales[i].code, code) == 0)
      return i;
  }
  return -1;
}

void locale_written(const char *code, char out[LOCALE_SIZE])
{
  text_format(out, LOCALE_SIZE, "%.*s", (int)strcspn(code, "@"), code);
}

bool locale_is_written(const char *code, const char *written)
{
  size_t length = strcspn(code, "@");
  return strlen(written) == length && memcmp(code, written, length) == 0;
}
