# shellcheck shell=bash disable=SC2034,SC2154
# Sourced by script/keystone, which shares its variables.
#
# What Pike has of its own: v2.0, on two ports, behind a token that opens everything, beside v3.

title="Keystone 12.0.3"
pythons=(python3.11 python3.10 python3.9 python3.8 python3.7 python3)
python_range='(3, 7) <= version < (3, 12)'
python_words="from 3.7 to 3.11"
requirements=$here/pike/requirements.txt
environment_name=pike
# A few packages have sources alone.
builders=(setuptools==65.7.0 wheel==0.42.0)
refused_options=(--admin-password --no-bootstrap --domain-configs)

# Adds to `environment` what this release reads.
configure() {
  environment+=(
    KEYSTONE_PORTS="$public_port $admin_port"
    OS_DEFAULT__ADMIN_TOKEN="${token:=ADMIN}"
    OS_PASTE_DEPLOY__CONFIG_FILE="$here/pike/paste.ini"
    OS_TOKEN__PROVIDER="${tokens:-uuid}"
    OS_FERNET_TOKENS__KEY_REPOSITORY="$data/fernet"
    OS_CREDENTIAL__KEY_REPOSITORY="$data/fernet"
  )
}

fill_database() {
  "${environment[@]}" "$python" "$here/pike/database.py"
}

# The admin token is enough.
bootstrap() {
  true
}

say_where() {
  local public admin
  read -r public admin <"$data/ports"
  echo "export KEYSTONE_REAL_RELEASE=pike"
  echo "export KEYSTONE_REAL_PUBLIC_URL=http://127.0.0.1:$public/v2.0"
  echo "export KEYSTONE_REAL_ADMIN_URL=http://127.0.0.1:$admin/v2.0"
  echo "export KEYSTONE_REAL_TOKEN=$(<"$data/token")"
}
