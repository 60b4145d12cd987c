// SPDX-License-Identifier: GPL-3.0-or-later
// What a wish says on a slip of paper. On a shared kiosk no more than a stranger may read who finds it.
#pragma once

#include "kiosk/screens/sheet.h"
#include "kiosk/ui/paper.h"

// Whose, what, when, where, and what to do with it; `number` is said aloud, `word` is for who can't read the code.
// False: there are no words for this kind. The code itself and the width are the caller's.
struct slip_facts {
  int number;
  const char *word;
  bool again; // it was broken off before, or asked for once more
};
bool slip_write_words(const struct model *model, const struct lang *lang, const struct message *message,
                      const struct slip_facts *facts, struct paper_sheet *out);

// One more line. Past the room of a slip it is left out.
void slip_line(struct paper_sheet *paper, enum paper_size size, bool bold, const char *text);
