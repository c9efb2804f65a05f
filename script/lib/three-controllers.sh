# shellcheck shell=bash
# Sourced: the seed that the demo and the integration checks apply, and passwords for one run.

# Which Keystone is seeded is said by the sourcing script alone, and no proxy stands before it.
unset "${!OS_@}" SERVICE_TOKEN SERVICE_ENDPOINT http_proxy HTTP_PROXY

random() {
  head -c 12 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

export KEYSTONE_SEED=Seeds/three-controllers.yaml
for name in ADMIN SERVICE; do
  export "${name}_PASSWORD=$(random)"
done
