"""What differs between the Keystones that there can be three of."""

import base64
import os

from controllers.places import ADMIN_PORT, PUBLIC_PORT, SCRIPTS, TOKEN

ADMIN_PASSWORD = "admin-secret"


class Pike:
    """Keystone 12, whose admin API of v2.0 has a port of its own."""

    name = "pike"
    folder = os.path.join(SCRIPTS, "pike")
    version = "/v2.0"
    # By the names of HAProxy's listens; the tool's is the last one.
    ports = {"public": PUBLIC_PORT, "admin": ADMIN_PORT}
    # What needs the database, to see that it answers.
    probe = "/tenants"

    def settings(self, _):
        configuration = os.path.join(self.folder, "keystone.conf")
        return {
            "KEYSTONE_CONFIG": configuration,
            "OS_PASTE_DEPLOY__CONFIG_FILE": os.path.join(self.folder, "paste.ini"),
            "OS_IDENTITY__PASSWORD_HASH_ROUNDS": "4",
        }

    def fill(self, python, run, _):
        """Keystone's tables, and the keys that all three share."""
        run([python, os.path.join(self.folder, "database.py")])

    def login(self, url):
        """What the tool reads of the environment."""
        return {"OS_SERVICE_TOKEN": TOKEN, "OS_SERVICE_ENDPOINT": url}


class Current:
    """Keystone 30, with v3 alone, and what `keystone-manage bootstrap` makes."""

    name = "30"
    folder = os.path.join(SCRIPTS, "now")
    version = "/v3"
    ports = {"public": PUBLIC_PORT}
    probe = "/domains"

    def settings(self, keys):
        return {
            "OS_KEYSTONE_CONFIG_FILES": os.path.join(self.folder, "keystone.conf"),
            "OS_IDENTITY__PASSWORD_HASH_ROUNDS": "4",
            "OS_FERNET_RECEIPTS__KEY_REPOSITORY": keys,
        }

    def fill(self, python, run, keys):
        os.makedirs(keys, mode=0o700)
        for name in ("0", "1"):
            with open(os.path.join(keys, name), "wb") as file:
                file.write(base64.urlsafe_b64encode(os.urandom(32)))
        manage = [python, "-W", "ignore", os.path.join(os.path.dirname(python), "keystone-manage")]
        manage += ["--config-file", os.path.join(self.folder, "keystone.conf")]
        run(manage + ["db_sync"])
        run(manage + ["bootstrap", "--bootstrap-password", ADMIN_PASSWORD])

    def login(self, url):
        return {
            "OS_AUTH_URL": url,
            "OS_USERNAME": "admin",
            "OS_PASSWORD": ADMIN_PASSWORD,
            "OS_PROJECT_NAME": "admin",
        }


RELEASES = {release.name: release for release in (Pike(), Current())}
