// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/message_kinds.h"

extern const struct message_handler haircut_handler;
