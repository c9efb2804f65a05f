"""The clouds whose tables the tests know by heart."""

LISTS = ["user-list", "tenant-list", "role-list", "service-list", "endpoint-list"]


class Article:
    """A cloud such as a script from a web page makes."""

    is_let_in = True
    tenants = [{"name": "admin", "description": "Admin Tenant"}, {"name": "service"},
               {"name": "demo", "enabled": False}]
    users = [{"name": "admin", "email": "admin@example.com"},
             {"name": "nova", "email": "nova@example.com"}, {"name": "glance", "email": None},
             {"name": "Test", "enabled": False}]
    roles = [{"name": "admin"}, {"name": "Member"}]
    services = [{"name": "keystone", "type": "identity", "description": "OpenStack Identity"},
                {"name": "nova", "type": "compute", "description": "OpenStack Compute Service"},
                {"name": "glance", "type": "image", "description": None},
                {"name": "cinder", "type": "volume"}, {"name": "ec2", "type": "ec2"}]
    urls = {"identity": ":5000/v2.0", "compute": ":8774/v2/$(tenant_id)s", "image": ":9292",
            "volume": ":8776/v1/%(tenant_id)s", "ec2": ":8773/services/Cloud"}

    def endpoints_of(self, services):
        return [{"service_id": service["id"], "region": "regionOne",
                 "publicurl": "http://public.example.com" + self.urls[service["type"]],
                 "internalurl": "http://internal.example.com" + self.urls[service["type"]],
                 "adminurl": "http://admin.example.com" + self.urls[service["type"]]}
                for service in services] + [
                    {"service_id": service["id"], "region": "RegionTwo",
                     "publicurl": "https://two.example.com" + self.urls[service["type"]]}
                    for service in services[1:2]]

    def grants(self, made):
        def named(kind, name):
            return next(row for row in made[kind] if row["name"] == name)

        return [[named("tenants", tenant), named("users", user), named("roles", role)]
                for tenant, user, role in [("admin", "admin", "admin"),
                                           ("admin", "admin", "Member"),
                                           ("service", "nova", "admin")]]


class Empty:
    """A Keystone that has just been set up."""

    is_let_in = False
    tenants = users = roles = services = []

    def endpoints_of(self, services):
        return []

    def grants(self, made):
        return []


class Odd(Empty):
    """Names that make a table hard to draw."""

    tenants = [{"name": name} for name in [
        "中文", "한국어 テナント", "ｆｕｌｌ", "e\u0301a\u0300", "é", "😀 👩\u200d💻", "two\nlines", "a\r\n\nb",
        "tab\there", "\x08\x7f\x1b", "\x1b[31mred\x1b[0m", "10", "9", "A", "a", "long " * 12 + "x"]]
    users = [{"name": "user%d" % number, "email": email} for number, email in enumerate([
        None, "", True, 5, 10 ** 20, 1.5, 1e16, 2 / 3, -0.0, [], {},
        ["ü", "it's", None, 2 ** 64, 0.1],
        {"home": "x", "work": {"b": 1, "a": [False]}, "other": "\n", "first": 1, "last": 2,
         "mid": 3},
        {"a": 1, "i": 2}, {"i": 2, "a": 1}])] + [{"name": "without"}]
    roles = [{"name": name} for name in [
        " spaces ", "'single'", '"double"', "a|b", "\u3000", "\u202e"]]
    services = [{"type": "compute", "name": "same"}, {"type": "compute", "name": "same"},
                {"type": "image"}, {"type": "x", "name": "x", "description": "one\n\ntwo\n"}]

    def endpoints_of(self, services):
        return [{"service_id": services[0]["id"], "region": region, "publicurl": "http://é/%%"}
                for region in ["", None, "中文"]]


CLOUDS = {
    "article": (Article(), [([name], None) for name in LISTS] + [
        (["user-list", "--tenant", "service"], None),
        (["user-list", "--tenant", "demo"], None),
        (["user-role-list", "--user", "admin", "--tenant", "admin"], None),
        (["user-role-list", "--user", "nova", "--tenant", "demo"], None),
        (["catalog"], None), (["catalog"], "RegionTwo"), (["catalog"], "nowhere"),
        (["catalog", "--service", "compute"], None), (["catalog", "--service", "nosuch"], None)]),
    "empty": (Empty(), [([name], None) for name in LISTS]),
    "odd": (Odd(), [([name], None) for name in LISTS]),
}
