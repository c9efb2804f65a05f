// libcurl for Swift: its headers, and one shim for each type that its variadic functions take.
//
// The compiler cannot check a variadic argument: a 32-bit integer where libcurl reads a long is
// undefined behaviour that only shows on some machines. Every option and every piece of
// information therefore goes through the shim of its type.

#ifndef KEYSTONE_SEED_CLIBCURL_H
#define KEYSTONE_SEED_CLIBCURL_H

#include <curl/curl.h>
#include <sys/eventfd.h>

// CURLOPT_QUICK_EXIT, the newest option in use, came with 7.87. Debian 12 has 7.88.
#if LIBCURL_VERSION_NUM < 0x075700
#error "libcurl 7.87 or newer is needed (on Debian: libcurl4-openssl-dev)"
#endif

#pragma clang assume_nonnull begin

static inline CURLcode clibcurl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_string(CURL *easy, CURLoption option,
                                           const char *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_pointer(CURL *easy, CURLoption option,
                                            const void *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_list(CURL *easy, CURLoption option,
                                         struct curl_slist *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_data_callback(CURL *easy, CURLoption option,
                                                  curl_write_callback value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_prereq_callback(CURL *easy, curl_prereq_callback value) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode clibcurl_set_socket_callback(CURL *easy, curl_opensocket_callback value) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode clibcurl_set_debug_callback(CURL *easy, curl_debug_callback value) {
  return curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, value);
}

static inline CURLcode clibcurl_get_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLMcode clibcurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

// Glibc's module has no eventfd. No child process is given it, and nobody waits at it.
static inline int clibcurl_eventfd(void) {
  return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

static inline CURLMcode clibcurl_multi_set_socket_callback(CURLM *multi,
                                                           curl_socket_callback value,
                                                           void *target) {
  CURLMcode code = curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, target);
  return code ? code : curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, value);
}

static inline CURLMcode clibcurl_multi_set_timer_callback(CURLM *multi,
                                                          curl_multi_timer_callback value,
                                                          void *target) {
  CURLMcode code = curl_multi_setopt(multi, CURLMOPT_TIMERDATA, target);
  return code ? code : curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, value);
}

#pragma clang assume_nonnull end

#endif
