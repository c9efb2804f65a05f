"""The clouds whose lists over v3 the tests know by heart, and texts whose widths they know."""
from clouds import generated_v3


class Article:
    """A cloud such as somebody runs: two domains, regions in a tree, a disabled endpoint."""

    domains = [{"name": "heat", "description": "Stack users"}, {"name": "corp", "enabled": False}]
    regions = [{"id": "emea", "description": "Europe, Middle East, Africa"},
               {"id": "Bay", "description": "Main site", "parent_region_id": "emea"},
               {"id": "Hill"}]
    services = [{"name": "nova", "type": "compute", "description": "OpenStack Compute"},
                {"name": "glance", "type": "image", "description": None},
                {"type": "placement"}, {"name": "cinder", "type": "block-storage"},
                {"name": "swift", "type": "object-store", "enabled": False}]

    def projects_in(self, domains):
        return [{"name": "service", "description": "The services", "domain_id": "default"},
                {"name": "demo", "enabled": False, "domain_id": "default"},
                {"name": "service", "domain_id": domains[0]},
                {"name": "a name that is as long as any " + "x" * 34, "domain_id": "default"}]

    def users_in(self, domains, projects):
        return [{"name": "nova", "email": "nova@example.com", "description": "Compute",
                 "default_project_id": projects[0]["id"], "domain_id": "default"},
                {"name": "glance", "email": None, "domain_id": "default"},
                {"name": "heat_admin", "domain_id": domains[0]},
                {"name": "retired", "enabled": False, "domain_id": "default",
                 "description": "Says \"no\", and\nleaves; C:\\temp"}]

    def roles_in(self, domains):
        return [{"name": "operator"}, {"name": "auditor", "domain_id": domains[0]}]

    def rows_of(self, services, regions):
        paths = [":8774/v2.1/$(project_id)s", ":9292", ":8778", ":8776/v3", "/v1"]
        rows = [{"service_id": service["id"], "region_id": "Bay", "interface": interface,
                 "url": "https://%s.example.com%s" % (interface, path)}
                for service, path in zip(services, paths)
                for interface in ["public", "internal", "admin"]]
        rows[4]["enabled"] = False
        return rows + [{"service_id": services[1]["id"], "interface": "public",
                        "url": "http://192.0.2.1/$(compute_host)s"},
                       {"service_id": services[1]["id"], "interface": "public",
                        "url": "http://192.0.2.1/it's"}]

    def granted(self, made):
        def named(kind, name):
            return next(row["id"] for row in made[kind] if row["name"] == name)

        return ["/projects/%s/users/%s/roles/%s" % (
            named("project", project), named("user", user), named("role", role))
            for project, user, role in [("service", "nova", "operator"),
                                        ("service", "glance", "operator"),
                                        ("demo", "nova", "operator")]]


class Odd:
    """Names that make a table hard to draw."""

    domains = [{"name": "Größe", "description": "a\tb"}]
    regions = [{"id": "中文"}, {"id": "e\u0301", "description": "two\nlines"}]
    services = [{"type": "x", "name": "👩\u200d💻"}, {"type": "☃\ufe0f", "name": "क्षि"},
                {"type": "\U0001f1e9\U0001f1ea", "name": "\u202e"}]

    def projects_in(self, domains):
        return [{"name": name, "domain_id": "default"} for name in [
            "中文", "한국어 テナント", "ｆｕｌｌ", "e\u0301a\u0300", "é", "😀 👩\u200d💻", "two\nlines",
            "a\r\n\nb", "tab\there", "\x08\x7f\x1b.", "\x1b[31mred\x1b[0m", "a|b", "10",
            "long " * 12 + "x", "👍🏽", "⌚\ufe0e", "❤\ufe0f", "\U0001f1e9\U0001f1ea\U0001f1eb", "กำ",
            "नि", "\x1b]0;title\x07x", "\u200b\u00ad", "back\x08\x08\x08\x08over", "cr\rlonger",
            "right\x1b[5Cof", "0123456789012345678\x1b[5Cx\x08\x08"]]

    def users_in(self, domains, projects):
        return [{"name": "user%d" % number, "email": email, "domain_id": domains[0]}
                for number, email in enumerate([
                    5, "", True, None, 10 ** 20, 1.5, 1e16, 2 / 3, -0.0, 1e-5, [], {},
                    ["ü", "it's", None, 2 ** 64, 0.1, "\"'", "a\\b\n", "\u200b\u00a0\U0001f600\x7f"],
                    {"home": "x", "work": {"b": 1, "a": [False]}}])]

    def roles_in(self, domains):
        return [{"name": name} for name in [
            " spaces ", "'single'", '"double"', "a,b", "back\\slash", "\u3000x", "100%"]]

    def rows_of(self, services, regions):
        return [{"service_id": services[0]["id"], "interface": "public", "region_id": "中文",
                 "url": "http://é/%%"}]

    def granted(self, made):
        return []


class Empty:
    """What there is once keystone-manage bootstrap has run."""

    domains = regions = services = []

    def projects_in(self, domains):
        return []

    users_in = rows_of = lambda self, some, others: []
    roles_in = granted = projects_in


LISTS = [["user-list"], ["user-list", "--long"], ["project-list"], ["project-list", "--long"],
         ["role-list"], ["service-list"], ["service-list", "--long"], ["endpoint-list"],
         ["region-list"], ["domain-list"], ["catalog"]]
FORMATS = ["table", "json", "csv", "value"]
EVERY = [arguments + ["--format", form] for arguments in LISTS for form in FORMATS]
NAMED = [arguments + ["--format", form] for form in FORMATS for arguments in [
    ["user-role-list", "--user", "nova", "--project", "demo"],
    ["user-role-list", "--user", "glance", "--project", "demo"],
    ["user-list", "--domain", "heat"], ["project-list", "--domain", "heat", "--long"],
    ["role-list", "--domain", "heat"], ["user-list", "--column", "name"],
    ["endpoint-list", "--column", "service_type"]]]

CLOUDS = {"article": (Article(), EVERY + NAMED), "empty": (Empty(), EVERY), "odd": (Odd(), EVERY)}


def texts():
    """Texts of one line such as names are, and with all that may change how wide they are."""
    cloud = generated_v3.Cloud(1)
    cloud.kinds = generated_v3.generated.KINDS + [SCREEN]
    found = {cloud.text(40) for _ in range(400)} | set(SCREEN)
    return sorted(text for text in found if not set(text) & set("\n\t\r"))


SCREEN = ["👩\u200d💻", "👍🏽", "🏽", "⌚\ufe0e", "❤\ufe0f", "#\ufe0f", "#\x01\ufe0f", "\U0001f1e9\U0001f1ea",
          "\U0001f1eb", "กำ", "नि", "क्षि", "a\u0903", "க்ஷ", "\u200d", "\x08", "\x1b[5C", "\x1b[2D", "\x1b[G",
          "\x1b[5;3C", "\x1b(0", "\x1b%G", "\x1b", "\x1bPq\x1b\\", "\x1b]0;x", "\x1b[ 3C", "\x1b_a\x07"]
