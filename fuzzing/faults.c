/* What the system says of files, made to fail: loaded before libc (LD_PRELOAD) by faults.py.

In: faults_arm(folder, at, kind), then any program. Out: the call number `at` on a file in the folder
fails as `kind` says; faults_count() says how many there were. Why: SQLite and Arrow ask the system
by themselves, so that nothing above it sees all of the calls. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, FULL, BROKEN, GONE, KILLED, TORN, SHORT };

static char folder[PATH_MAX];
static size_t length;
static long at, calls;
static int kind;

void faults_arm(const char *in, long number, int how) {
  snprintf(folder, sizeof folder, "%s/", in);
  length = strlen(folder);
  at = number;
  kind = how;
  calls = 0;
}

long faults_count(void) { return calls; }

static int named(const char *path) { return length && path && !strncmp(path, folder, length); }

static int opened(int file) {
  char link[64], path[PATH_MAX];
  if (!length) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size < 0) return 0;
  path[size] = 0;
  return named(path);
}

/* The number of the error that this call has; 0 where it is to be made. */
static int fault(int writes) {
  if (++calls != at) return 0;
  switch (kind) {
    case FULL: return writes ? ENOSPC : EIO;
    case BROKEN: return EIO;
    case GONE: return ENOENT;
    case KILLED: kill(getpid(), SIGKILL);
    default: return 0;
  }
}

static int cut(void) { return calls == at && (kind == TORN || kind == SHORT); }

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL(writes) { int number = fault(writes); if (number) { errno = number; return -1; } }

ssize_t write(int file, const void *from, size_t size) {
  if (!opened(file)) return REAL(write)(file, from, size);
  FAIL(1)
  if (!cut() || size < 2) return REAL(write)(file, from, size);
  ssize_t done = REAL(write)(file, from, size / 2);
  if (kind == TORN) kill(getpid(), SIGKILL);
  return done;
}

static ssize_t pwrites(ssize_t (*real)(int, const void *, size_t, off_t), int file,
                       const void *from, size_t size, off_t where) {
  if (!opened(file)) return real(file, from, size, where);
  FAIL(1)
  if (!cut() || size < 2) return real(file, from, size, where);
  ssize_t done = real(file, from, size / 2, where);
  if (kind == TORN) kill(getpid(), SIGKILL);
  return done;
}

ssize_t pwrite(int file, const void *from, size_t size, off_t where) {
  return pwrites(REAL(pwrite), file, from, size, where);
}
ssize_t pwrite64(int file, const void *from, size_t size, off64_t where) {
  return pwrites((void *)REAL(pwrite64), file, from, size, where);
}

#define FILE_CALL(type, name, parameters, given, writes) \
  type name parameters {                                 \
    if (opened(file)) FAIL(writes)                       \
    return REAL(name) given;                             \
  }
FILE_CALL(ssize_t, read, (int file, void *to, size_t size), (file, to, size), 0)
FILE_CALL(ssize_t, pread, (int file, void *to, size_t size, off_t o), (file, to, size, o), 0)
FILE_CALL(ssize_t, pread64, (int file, void *to, size_t size, off64_t o), (file, to, size, o), 0)
FILE_CALL(int, ftruncate, (int file, off_t size), (file, size), 1)
FILE_CALL(int, ftruncate64, (int file, off64_t size), (file, size), 1)
FILE_CALL(int, fsync, (int file), (file), 1)
FILE_CALL(int, fdatasync, (int file), (file), 1)

#define PATH_CALL(name, parameters, given, which) \
  int name parameters {                           \
    if (named(which)) FAIL(1)                     \
    return REAL(name) given;                      \
  }
PATH_CALL(rename, (const char *from, const char *to), (from, to), to)
PATH_CALL(unlink, (const char *path), (path), path)
PATH_CALL(rmdir, (const char *path), (path), path)
PATH_CALL(mkdir, (const char *path, mode_t mode), (path, mode), path)

#define OPEN(name)                                              \
  int name(const char *path, int flags, ...) {                  \
    mode_t mode = 0;                                            \
    if (flags & (O_CREAT | O_TMPFILE)) {                        \
      va_list more;                                             \
      va_start(more, flags);                                    \
      mode = va_arg(more, mode_t);                              \
      va_end(more);                                             \
    }                                                           \
    if (named(path)) FAIL(flags & O_CREAT)                      \
    return REAL(name)(path, flags, mode);                       \
  }
OPEN(open)
OPEN(open64)
