"""Fill a new database with Keystone's tables and the domain that v2.0 keeps everything in.

Keystone would make the domain itself at the first create; two workers would race for it. Makes the
keys of fernet tokens too, which cost nothing where they are not used.
"""

import os
import sqlite3
import sys
import warnings

sys.argv = ["keystone"]
warnings.simplefilter("ignore")

from cryptography.fernet import Fernet  # noqa: E402
from keystone.common.sql import upgrades  # noqa: E402
from keystone.server import common  # noqa: E402

data = os.environ["KEYSTONE_DATA"]
keys = os.environ["OS_FERNET_TOKENS__KEY_REPOSITORY"]

os.makedirs(keys, mode=0o700)
for name in ("0", "1"):
    with open(os.path.join(keys, name), "wb") as file:
        file.write(Fernet.generate_key())

common.configure(config_files=[os.environ["KEYSTONE_CONFIG"]])
upgrades.offline_sync_database_to_version()
drivers, _ = common.setup_backends()
drivers["resource_api"].ensure_default_domain_exists()

if os.environ["OS_DATABASE__CONNECTION"].startswith("sqlite:"):
    # Readers need not wait for the one writer.
    database = sqlite3.connect(data + "/keystone.sqlite")
    database.execute("PRAGMA journal_mode=WAL")
    database.close()
