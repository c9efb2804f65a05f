# shellcheck shell=bash disable=SC2034,SC2154
# Sourced by script/keystone, which shares its variables.
#
# What today's releases have of their own: v3 alone, on one port, and a user that bootstrap makes.

pythons=(python3.11)
python_range='(3, 11) <= version < (3, 12)'
python_words=3.11
case $release in
  22) title="Keystone 22.0.2" ;;
  30)
    title="Keystone 30.0.0"
    pythons+=(python3.12 python3.13 python3)
    python_range='(3, 11) <= version < (3, 14)'
    python_words="from 3.11 to 3.13"
    ;;
esac
requirements=$here/now/requirements-$release.txt
environment_name=$release
# All packages have wheels; Keystone 22 loads some of setuptools.
builders=(setuptools==75.8.0 wheel==0.45.1)
refused_options=(--admin-port --tokens)

# Adds to `environment` what this release reads.
configure() {
  environment+=(
    KEYSTONE_PORTS="$public_port"
    OS_KEYSTONE_CONFIG_FILES="$config"
    OS_TOKEN__PROVIDER=fernet
    OS_FERNET_TOKENS__KEY_REPOSITORY="$data/fernet"
    OS_FERNET_RECEIPTS__KEY_REPOSITORY="$data/fernet"
    OS_CREDENTIAL__KEY_REPOSITORY="$data/fernet"
  )
  [[ -z $token ]] || environment+=(OS_DEFAULT__ADMIN_TOKEN="$token")
  [[ -z $domain_configs ]] || environment+=(
    OS_IDENTITY__DOMAIN_SPECIFIC_DRIVERS_ENABLED=true
    OS_IDENTITY__DOMAIN_CONFIG_DIR="$domain_configs"
  )
}

# The tables, and the keys that `keystone-manage fernet_setup` and its likes would make.
fill_database() {
  local name
  mkdir -m 700 "$data/fernet" || return
  for name in 0 1; do
    head -c 32 /dev/urandom | base64 | tr '+/' '-_' >"$data/fernet/$name" || return
  done
  run_manage db_sync || return
  # Readers need not wait for the one writer.
  [[ $database != sqlite ]] || "$python" - "$data/keystone.sqlite" <<'END'
import sqlite3, sys
sqlite3.connect(sys.argv[1]).execute("PRAGMA journal_mode=WAL")
END
}

# What an operator types once: a user, a project, roles, and the catalog's first entry.
bootstrap() {
  local url
  url=$(base_url)
  [[ $bootstraps == yes ]] || return 0
  printf '%q\n' "${password:=secret}" >"$data/password"
  OS_BOOTSTRAP_PASSWORD=$password run_manage bootstrap --bootstrap-region-id RegionOne \
    --bootstrap-{public,internal,admin}-url="$url"
}

base_url() {
  echo "http://127.0.0.1:$(<"$data/ports")/v3"
}

say_where() {
  local url
  url=$(base_url)
  echo "export KEYSTONE_REAL_RELEASE=$release"
  echo "export KEYSTONE_REAL_URL=$url"
  [[ ! -s $data/token ]] || echo "export KEYSTONE_REAL_TOKEN=$(<"$data/token")"
  [[ -e $data/password ]] || return 0
  echo "export KEYSTONE_REAL_PASSWORD=$(<"$data/password")"
  echo "export OS_IDENTITY_API_VERSION=3"
  echo "export OS_AUTH_URL=$url"
  echo "export OS_USERNAME=admin"
  echo "export OS_PASSWORD=$(<"$data/password")"
  echo "export OS_PROJECT_NAME=admin"
  echo "export OS_USER_DOMAIN_NAME=Default"
  echo "export OS_PROJECT_DOMAIN_NAME=Default"
  echo "export OS_REGION_NAME=RegionOne"
}
