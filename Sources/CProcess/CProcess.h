// What Swift cannot call or see: functions that take any number of arguments, are hidden, or may be
// missing.

#ifndef KEYSTONE_SEED_CPROCESS_H
#define KEYSTONE_SEED_CPROCESS_H

#include <malloc.h>
#include <sys/prctl.h>

// Takes this process's memory away from core files and from other processes of the same user.
static inline int cprocess_make_undumpable(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

// Of glibc since 2.29; <spawn.h> shows it to those alone who ask for all extensions of GNU's.
extern int posix_spawn_file_actions_addchdir_np(void *actions, const char *path);

// mallopt(3) with M_ARENA_MAX and M_TRIM_THRESHOLD: malloc.h is no part of Swift's Glibc.
static inline void cprocess_set_heap(int arenas, int trim_threshold) {
  mallopt(M_ARENA_MAX, arenas);
  mallopt(M_TRIM_THRESHOLD, trim_threshold);
}

// The commit that the program was built from; script/release links it in, other builds have none.
extern const char keystone_seed_commit[] __attribute__((weak));

// That commit, or null.
static inline const char *cprocess_commit(void) { return keystone_seed_commit; }

#endif
