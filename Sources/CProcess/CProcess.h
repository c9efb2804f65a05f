// prctl(2) for Swift, which cannot call a function that takes any number of arguments.

#ifndef KEYSTONE_SEED_CPROCESS_H
#define KEYSTONE_SEED_CPROCESS_H

#include <sys/prctl.h>

// Takes this process's memory away from core files and from other processes of the same user.
static inline int cprocess_make_undumpable(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

#endif
