# shellcheck shell=bash disable=SC2154
# Sourced: a directory on loopback, OpenLDAP as Debian has it, with 60 people in 6 groups and a reader
# without rights of its own, whom limits are for. All of it is in the folder `directory`.

# shellcheck source=SCRIPTDIR/unpack.sh
source "$(dirname "${BASH_SOURCE[0]}")/unpack.sh"

suffix=dc=example,dc=com

# write_directory_config LIMIT: how many entries one answer may have.
write_directory_config() {
  cat >"$directory/slapd.conf" <<END
include $openldap/etc/ldap/schema/core.schema
include $openldap/etc/ldap/schema/cosine.schema
include $openldap/etc/ldap/schema/inetorgperson.schema
modulepath $openldap/usr/lib/ldap
moduleload back_mdb
pidfile $directory/slapd.pid
sizelimit $1
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=reader,$suffix" read by anonymous auth by * none
database mdb
suffix "$suffix"
rootdn "cn=root,$suffix"
rootpw $(<"$directory/root")
directory $directory/database
maxsize 67108864
END
}

# find_openldap: sets `openldap` to what its files are below: nothing where it is installed.
find_openldap() {
  openldap=
  [[ -x /usr/sbin/slapd ]] || {
    openldap=$directory/openldap
    unpack_package slapd "$openldap"
  }
}

# start_directory: a new one; it sets `directory_url`.
start_directory() {
  (
    umask 077
    mkdir -p "$directory/database"
    printf '%s' "root-$RANDOM$RANDOM" >"$directory/root"
    printf '%s' "reader-$RANDOM$RANDOM" >"$directory/reader"
  )
  python3 -c 'import socket
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    print(free.getsockname()[1])' >"$directory/port"
  directory_url=ldap://127.0.0.1:$(<"$directory/port")
  find_openldap
  write_directory_config 500
  run_directory
  python3 script/lib/people.py "$suffix" "$directory/reader" | change_directory -a
}

# run_directory: starts it as it was left.
run_directory() {
  local child
  LD_LIBRARY_PATH=$(echo "$openldap"/usr/lib/*-linux-gnu) setsid "$openldap/usr/sbin/slapd" -f "$directory/slapd.conf" -h "$directory_url" -d 0 \
    </dev/null >>"$directory/slapd.log" 2>&1 &
  child=$!
  echo "$child" >"$directory/process"
  until ldapwhoami -x -H "$directory_url" >/dev/null 2>&1; do
    kill -0 "$child" 2>/dev/null || {
      cat "$directory/slapd.log" >&2
      return 1
    }
    sleep 0.1
  done
}

stop_directory() {
  local pid
  [[ -e $directory/process ]] || return 0
  pid=$(<"$directory/process")
  grep -qzFx -- "$directory/slapd.conf" "/proc/$pid/cmdline" 2>/dev/null || return 0
  kill "$pid"
  while [[ -e /proc/$pid ]]; do sleep 0.1; done
}

# limit_directory LIMIT: runs it anew with that many entries for one answer.
limit_directory() {
  stop_directory
  write_directory_config "$1"
  run_directory
}

# change_directory [OPTION…]: LDIF from standard input, as its administrator.
change_directory() {
  ldapmodify -x -H "$directory_url" -D "cn=root,$suffix" -y "$directory/root" "$@" >/dev/null
}

# write_domain_config FILE: what Keystone needs to know of it.
write_domain_config() {
  cat >"$1" <<END
[identity]
driver = ldap

[ldap]
url = $directory_url
user = cn=reader,$suffix
password = $(<"$directory/reader")
suffix = $suffix
user_tree_dn = ou=people,$suffix
user_objectclass = inetOrgPerson
user_id_attribute = cn
user_name_attribute = cn
user_mail_attribute = mail
group_tree_dn = ou=groups,$suffix
group_objectclass = groupOfNames
group_id_attribute = cn
group_name_attribute = cn
group_member_attribute = member
END
  chmod 600 "$1"
}
