#!/usr/bin/python
"""An Ansible module that has a Keystone hold what a seed declares."""

import os
import tempfile

from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = r"""
---
module: keystone_seed
short_description: Have a Keystone hold what a seed declares
description:
  - Plans the changes that an OpenStack Identity service (Keystone) needs to be what a seed declares, and
    carries that plan out. Where there are none, nothing is written.
  - In check mode it plans only. With C(--diff) the plan is shown.
requirements: [keystone-seed]
options:
  src:
    description: The seed on the target, as files and directories, which are one seed.
    type: list
    elements: path
    required: true
  cloud:
    description: The entry of clouds.yaml as whom to work. Without it C(environment) says where Keystone is.
    type: str
  variables:
    description: Variables of the seed that are to have another value.
    type: dict
    default: {}
  secrets:
    description: What the seed takes from the environment, such as passwords, and OS_PASSWORD.
    type: dict
    default: {}
  only:
    description: Kinds, or KIND=NAME, to look at, and no others.
    type: list
    elements: str
    default: []
  region:
    description: Of the endpoints, look at those in these regions only.
    type: list
    elements: str
    default: []
  prune:
    description: Delete what the seed does not mention.
    type: bool
    default: false
  max_delete:
    description: How many objects of each kind may be deleted.
    type: int
  allow_deletions:
    description: Do without asking what C(apply) asks about, such as to delete and to replace.
    type: bool
    default: false
  verify_passwords:
    description: Log in as each user to see whether the password is the seed's.
    type: bool
    default: true
  executable:
    description: The program.
    type: path
    default: keystone-seed
"""

EXAMPLES = r"""
- name: Keystone holds what the seed declares
  keystone_seed:
    src: [/etc/keystone-seed/seed.yaml]
    cloud: mycloud
    secrets:
      SERVICE_PASSWORD: "{{ vault_service_password }}"
"""

RETURN = r"""
plan:
  description: The changes, as text.
  returned: success
  type: str
report:
  description: What was done, as text.
  returned: when something was to be done, and not in check mode
  type: str
"""

CHANGES_PENDING = 2


class Program:
    """The program with what all its commands are given."""

    def __init__(self, module):
        self.module = module
        parameters = module.params
        self.path = module.get_bin_path(parameters["executable"], required=True)
        self.seeds = parameters["src"]
        self.environment = {name: str(value) for name, value in parameters["secrets"].items()}
        if parameters["cloud"]:
            self.environment["OS_CLOUD"] = parameters["cloud"]

    def run(self, *arguments):
        command = [self.path] + list(arguments) + ["--no-color"] + self.seeds
        return self.module.run_command(
            command, environ_update=self.environment, expand_user_and_vars=False)

    def fail(self, action, status, output, error):
        self.module.fail_json(msg="%s %s: %s" % (self.path, action, error.strip() or output.strip()),
                              rc=status, stdout=output, stderr=error)


def options(parameters):
    """What the plan is to look at."""
    found = []
    for name in sorted(parameters["variables"]):
        found += ["--set", "%s=%s" % (name, parameters["variables"][name])]
    for option in "only", "region":
        if parameters[option]:
            found += ["--" + option, ",".join(parameters[option])]
    if parameters["prune"]:
        found.append("--prune")
    if parameters["max_delete"] is not None:
        found += ["--max-delete", str(parameters["max_delete"])]
    if not parameters["verify_passwords"]:
        found.append("--no-verify-passwords")
    return found


def hold(module, program, plan_file):
    """Plans, and carries that very plan out."""
    status, plan, error = program.run(
        "plan", "--detailed-exitcode", "--out", plan_file, *options(module.params))
    if status not in (0, CHANGES_PENDING):
        program.fail("plan", status, plan, error)
    result = {"changed": status == CHANGES_PENDING, "plan": plan}
    if module._diff and result["changed"]:
        result["diff"] = {"prepared": plan}
    if not result["changed"] or module.check_mode:
        return result

    consent = ["--yes"] if module.params["allow_deletions"] else []
    status, result["report"], error = program.run("apply", "--plan", plan_file, *consent)
    if status != 0:
        program.fail("apply", status, result["report"], error)
    return result


def main():
    module = AnsibleModule(
        argument_spec={
            "src": {"type": "list", "elements": "path", "required": True},
            "cloud": {"type": "str"},
            "variables": {"type": "dict", "default": {}},
            "secrets": {"type": "dict", "default": {}, "no_log": True},
            "only": {"type": "list", "elements": "str", "default": []},
            "region": {"type": "list", "elements": "str", "default": []},
            "prune": {"type": "bool", "default": False},
            "max_delete": {"type": "int"},
            "allow_deletions": {"type": "bool", "default": False},
            "verify_passwords": {"type": "bool", "default": True, "no_log": False},
            "executable": {"type": "path", "default": "keystone-seed"},
        },
        supports_check_mode=True,
    )
    folder = tempfile.mkdtemp(prefix="keystone-seed-", dir=module.tmpdir)
    plan_file = os.path.join(folder, "plan.json")
    try:
        result = hold(module, Program(module), plan_file)
    finally:
        module.cleanup(folder)
    module.exit_json(**result)


if __name__ == "__main__":
    main()
