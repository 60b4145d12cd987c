// SPDX-License-Identifier: GPL-3.0-or-later
// Sound's thread: opens, watches and closes the devices and tells what was heard.
#pragma once

void *run_sound(void *sound); // for pthread_create; until sound->stop
