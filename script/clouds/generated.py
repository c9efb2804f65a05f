"""Clouds with names such as no operator would give, made from a number."""
import random

WORDS = ["admin", "Member", "_member_", "demo", "service", "nova", "Glance", "ZZZ", "10", "9", "a"]
WIDE = ["中文", "東京", "한국어", "カタカナ", "ひらがな", "ｆｕｌｌ", "、。「」", "\u3000", "\u303f", "〇"]
# Combining in Unicode 5.2 and only later, of each plane.
COMBINING = ["e\u0301", "A\u030a", "\u0300", "ก\u0e38", "अ\u094d", "\u3099", "\U0001d165",
             "\u0859", "\u1dfc", "\ufe2e", "\u1ac0", "\U0001e8d0"]
PICTURES = ["😀", "👩\u200d💻", "🇩🇪", "❤\ufe0f", "\U00020000"]
RIGHT_TO_LEFT = ["שלום", "مرحبا", "\u202eabc\u202c"]
INVISIBLE = ["\u200b", "\u00ad", "\ufeff", "\u00a0", "\u2028", "\u0085", "\ue000"]
CONTROL = ["\t", "\n", "\r\n", "\r", "\x01", "\x07", "\x08", "\x0b", "\x1b", "\x1f", "\x7f", "\x9b"]
COLORS = ["\x1b[31m", "\x1b[0m", "\x1b[1;32m", "\x1b[m", "\x1b[2J", "\x1b[3", "\x1b]0;x\x07"]
SIGNS = ["'", '"', "\\", ",", "|", "+--+", "%s", "$(x)s", "&", "<b>", "#", "?", "/", ";", " ", "  "]
KINDS = [WORDS, WIDE, COMBINING, PICTURES, RIGHT_TO_LEFT, INVISIBLE, CONTROL, COLORS, SIGNS]


class Cloud:
    """What is in one cloud, as the bodies of the requests that make it."""

    every_kind = KINDS

    def __init__(self, seed):
        self.random = random.Random(seed)
        # Most clouds have names of a few kinds, so that each gets its turn to be the widest.
        self.kinds = self.random.sample(self.every_kind, self.random.randint(1, 4))
        most = self.random.choice([0, 1, 3, 8])
        # Somebody who logs in is in the lists too, so that not all clouds have one.
        self.is_let_in = self.random.random() < 0.8
        self.tenants = [self.tenant() for _ in self.some(most)]
        self.users = [self.user() for _ in self.some(most)]
        self.roles = [{"name": self.text(255)} for _ in self.some(most)]
        self.services = [self.service() for _ in self.some(most)]
        self.regions = ["regionOne", "RegionTwo", self.text(60)]
        self.endpoints = [self.endpoint() for _ in self.some(most)]

    def endpoints_of(self, services):
        """The endpoints, shared out to services."""
        return [dict(endpoint, service_id=self.random.choice(services)["id"])
                for endpoint in self.endpoints] if services else []

    def grants(self, made):
        """Who has which role where, as tenant, user and role; some of them twice."""
        rows = [made["tenants"], made["users"], made["roles"]]
        if not all(rows):
            return []
        return [[self.random.choice(row) for row in rows] for _ in self.some(20)]

    def some(self, most):
        return range(self.random.randint(0, most))

    def text(self, longest):
        if self.random.random() < 0.03:
            return self.text(longest // 40 + 1) * (longest // 8)
        if self.random.random() < 0.1:
            return "".join(self.code_point() for _ in range(self.random.randint(1, 6)))
        pieces = [self.random.choice(self.random.choice(self.kinds))
                  for _ in range(self.random.randint(1, 5))]
        return self.random.choice(["", "", "-"]).join(pieces)[:longest]

    def code_point(self):
        while True:
            value = self.random.choice([self.random.randint(1, 0x2FFF),
                                        self.random.randint(0x3000, 0xFFFF),
                                        self.random.randint(0x10000, 0x10FFFF)])
            if not 0xD800 <= value <= 0xDFFF:
                return chr(value)

    def tenant(self):
        tenant = {"name": self.text(64)}
        self.sometimes(tenant, "description", lambda: self.text(400))
        self.sometimes(tenant, "enabled", lambda: self.random.random() < 0.5)
        return tenant

    def user(self):
        user = {"name": self.text(255)}
        self.sometimes(user, "email", self.any)
        self.sometimes(user, "enabled", lambda: self.random.random() < 0.5)
        return user

    def service(self):
        service = {"type": self.random.choice([
            "compute", "image", "identity", "volume", "ec2", "s3", "metering", "object-store",
            "network", "orchestration", "x", self.word()])}
        self.sometimes(service, "name", lambda: self.random.choice(["nova", self.text(200)]))
        self.sometimes(service, "description", lambda: self.random.choice([None, self.text(400)]))
        return service

    def word(self):
        length = self.random.randint(1, 9)
        return "".join(self.random.choice("abcxyz0189-_. A") for _ in range(length))

    def endpoint(self):
        path = self.random.choice(["", "v2/$(tenant_id)s", "%(user_id)s", "é"])
        base = "http://%s:%d/%s" % (self.word(), self.random.randint(1, 9999), path)
        endpoint = {"publicurl": base, "region": self.random.choice(self.regions)}
        self.sometimes(endpoint, "internalurl", lambda: base + "/i")
        self.sometimes(endpoint, "adminurl", lambda: base + "/a" * self.random.randint(0, 40))
        return endpoint

    def sometimes(self, body, field, make):
        if self.random.random() < 0.75:
            body[field] = make()

    def any(self, depth=0):
        """Any JSON, texts above all."""
        if depth == 0 and self.random.random() < 0.6:
            return self.text(400)
        choice = self.random.randrange(7 if depth < 3 else 5)
        if choice == 0:
            return None
        if choice == 1:
            return self.random.random() < 0.5
        if choice == 2:
            return self.random.choice([0, 1, -1, 10, 2 ** 31, 2 ** 63 - 1, 2 ** 63, -2 ** 63 - 1,
                                       self.random.randint(-10 ** 20, 10 ** 20)])
        if choice == 3:
            some = self.random.uniform(-1, 1) * 10 ** self.random.randint(-9, 20)
            return self.random.choice([0.5, -0.0, 1e11, 1e12, 123456789012.0, 1e16, 1e17, 1e22,
                                       1e-4, 1e-5, 1.1, 5e-324, 1.7976931348623157e308, 2 / 3,
                                       some])
        if choice == 4:
            return self.text(40)
        if choice == 5:
            return [self.any(depth + 1) for _ in range(self.random.randint(0, 4))]
        return {self.random.choice([self.word(), self.text(12)]): self.any(depth + 1)
                for _ in range(self.random.choice([0, 1, 2, 3, 5, 6, 12, 30]))}
