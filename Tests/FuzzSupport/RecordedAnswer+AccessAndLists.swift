extension RecordedAnswer {
  static let accessAndLists: [RecordedAnswer] = [
    RecordedAnswer(
      "role grant",
      200,
      ###"""
      {"role":{"id":"87adaf5d3faf40db9e5f459d5e571505","name":"admin","domain_id":null}}
      """###
    ),
    RecordedAnswer(
      "role grant, again 409",
      409,
      ###"""
      {"error":{"code":409,"title":"Conflict","message":"Conflict occurred attempting to store\###
       role grant - User 1e0314ba4fa74dc287e624d2b90d88f9 already has role 87adaf5d3faf40db9e5\###
      f459d5e571505 in tenant 2bb326daa1ac4229b282d528672424f1."}}
      """###
    ),
    RecordedAnswer(
      "role revoke, not granted 404",
      404,
      ###"""
      {"error":{"code":404,"title":"Not Found","message":"Cannot remove role that has not been\###
       granted, 2c3c697e2a844a3b8293210d2d101e79"}}
      """###
    ),
    RecordedAnswer(
      "service create",
      200,
      ###"""
      {"OS-KSADM:service":{"name":"cinder","description":"OpenStack Volume Service","id":"3626\###
      441f1b4e47b08270587d6ea0bfb0","type":"volume","enabled":true}}
      """###
    ),
    RecordedAnswer(
      "service create, type only",
      200,
      ###"""
      {"OS-KSADM:service":{"name":"","id":"71a1c464570d4605a78a2d734ba4a57d","type":"metering"\###
      ,"enabled":true}}
      """###
    ),
    RecordedAnswer(
      "endpoint create",
      200,
      ###"""
      {"endpoint":{"region":"regionOne","service_id":"3626441f1b4e47b08270587d6ea0bfb0","publi\###
      curl":"http://public.example.com:8776/v1/$(tenant_id)s","internalurl":"http://internal.e\###
      xample.com:8776/v1/$(tenant_id)s","adminurl":"http://admin.example.com:8776/v1/$(tenant_\###
      id)s","id":"05aae1d3e3f140658083ae5d487d9916"}}
      """###
    ),
    RecordedAnswer(
      "endpoint create, public URL only",
      200,
      ###"""
      {"endpoint":{"service_id":"71a1c464570d4605a78a2d734ba4a57d","publicurl":"http://p.examp\###
      le.com","id":"f11dce30dd78427c9d623f03e93654fb"}}
      """###
    ),
    RecordedAnswer(
      "endpoint create, unknown substitution 400",
      400,
      ###"""
      {"error":{"code":400,"title":"Bad Request","message":"http://p/$(nosuch)s"}}
      """###
    ),
    RecordedAnswer(
      "token, unscoped",
      200,
      ###"""
      {"access":{"token":{"expires":"2026-11-24T01:12:54.000000Z","issued_at":"2026-11-23T01:1\###
      2:54.000000Z","audit_ids":["6HMs5AGkQXONw5GHz3K-IQ"],"id":"120d825079234dcda4f766bd5822b\###
      124"},"user":{"id":"1e0314ba4fa74dc287e624d2b90d88f9","name":"admin","username":"admin",\###
      "roles":[],"roles_links":[]},"serviceCatalog":[],"metadata":{"roles":[],"is_admin":0}}}
      """###
    ),
    RecordedAnswer(
      "token, password and tenant name",
      200,
      ###"""
      {"access":{"token":{"expires":"2026-11-24T01:12:52.000000Z","issued_at":"2026-11-23T01:1\###
      2:52.000000Z","audit_ids":["1qzUiRehSgy5XziF1IVmbw"],"id":"8dc2c61a63aa4319bfb03aa936cc4\###
      084","tenant":{"id":"2bb326daa1ac4229b282d528672424f1","name":"admin","description":"Adm\###
      in Tenant","enabled":true}},"user":{"id":"1e0314ba4fa74dc287e624d2b90d88f9","name":"admi\###
      n","username":"admin","roles":[{"name":"admin"}],"roles_links":[]},"serviceCatalog":[{"n\###
      ame":"cinder","type":"volume","endpoints_links":[],"endpoints":[{"id":"07d6e5e992e74dc68\###
      2170ec9bec3411c","publicURL":"http://public.example.com:8776/v1/2bb326daa1ac4229b282d528\###
      672424f1","internalURL":"http://internal.example.com:8776/v1/2bb326daa1ac4229b282d528672\###
      424f1","adminURL":"http://admin.example.com:8776/v1/2bb326daa1ac4229b282d528672424f1","r\###
      egion":"regionOne"}]},{"name":"ec2","type":"ec2","endpoints_links":[],"endpoints":[{"id"\###
      :"c45026adddf1440882e28239760e14aa","publicURL":"http://public.example.com:8773/services\###
      /Cloud","internalURL":"http://internal.example.com:8773/services/Cloud","adminURL":"http\###
      ://admin.example.com:8773/services/Cloud","region":"regionOne"}]},{"name":"glance","type\###
      ":"image","endpoints_links":[],"endpoints":[{"id":"bc74836c5465494da14917f7d284c3c8","pu\###
      blicURL":"http://public.example.com:9292/v2","internalURL":"http://internal.example.com:\###
      9292/v2","adminURL":"http://admin.example.com:9292/v2","region":"regionOne"}]}],"metadat\###
      a":{"roles":["87adaf5d3faf40db9e5f459d5e571505"],"is_admin":0}}}
      """###
    ),
    RecordedAnswer(
      "token, wrong password 401",
      401,
      ###"""
      {"error":{"code":401,"title":"Unauthorized","message":"The request you have made require\###
      s authentication."}}
      """###
    ),
    RecordedAnswer(
      "token, disabled user 401",
      401,
      ###"""
      {"error":{"code":401,"title":"Unauthorized","message":"The account is disabled for user:\###
       e6325a17043f42f5b8456f5b777c561a."}}
      """###
    ),
    RecordedAnswer(
      "token validate",
      200,
      ###"""
      {"access":{"token":{"expires":"2026-11-24T01:12:53.000000Z","issued_at":"2026-11-23T01:1\###
      2:53.000000Z","audit_ids":["mNcJsixQSjGxuaj4MXuexw"],"id":"61444d7553864d91bcff9e1709af3\###
      d29","tenant":{"id":"2bb326daa1ac4229b282d528672424f1","name":"admin","description":"Adm\###
      in Tenant","enabled":true}},"user":{"id":"1e0314ba4fa74dc287e624d2b90d88f9","name":"admi\###
      n","username":"admin","roles":[{"name":"admin"}],"roles_links":[]},"serviceCatalog":[{"n\###
      ame":"cinder","type":"volume","endpoints_links":[],"endpoints":[{"id":"07d6e5e992e74dc68\###
      2170ec9bec3411c","publicURL":"http://public.example.com:8776/v1/2bb326daa1ac4229b282d528\###
      672424f1","internalURL":"http://internal.example.com:8776/v1/2bb326daa1ac4229b282d528672\###
      424f1","adminURL":"http://admin.example.com:8776/v1/2bb326daa1ac4229b282d528672424f1","r\###
      egion":"regionOne"}]},{"name":"ec2","type":"ec2","endpoints_links":[],"endpoints":[{"id"\###
      :"c45026adddf1440882e28239760e14aa","publicURL":"http://public.example.com:8773/services\###
      /Cloud","internalURL":"http://internal.example.com:8773/services/Cloud","adminURL":"http\###
      ://admin.example.com:8773/services/Cloud","region":"regionOne"}]},{"name":"glance","type\###
      ":"image","endpoints_links":[],"endpoints":[{"id":"bc74836c5465494da14917f7d284c3c8","pu\###
      blicURL":"http://public.example.com:9292/v2","internalURL":"http://internal.example.com:\###
      9292/v2","adminURL":"http://admin.example.com:9292/v2","region":"regionOne"}]}],"metadat\###
      a":{"roles":["87adaf5d3faf40db9e5f459d5e571505"],"is_admin":0}}}
      """###
    ),
    RecordedAnswer(
      "users list with a Member token 403",
      403,
      ###"""
      {"error":{"code":403,"title":"Forbidden","message":"You are not authorized to perform th\###
      e requested action: admin_required."}}
      """###
    ),
    RecordedAnswer("endpoint delete", 204, ""),
    RecordedAnswer(
      "tenants list",
      200,
      ###"""
      {"tenants":[{"id":"7da73fac921b45898f5c7933f9793c19","name":"ADMIN","description":"","en\###
      abled":true},{"id":"f50711658b7b406a934ce8d20cec1d97","name":"Zürich-東京-🚀","description"\###
      :"Überraschung","enabled":true},{"id":"2bb326daa1ac4229b282d528672424f1","name":"admin",\###
      "description":"Admin Tenant","enabled":true}],"tenants_links":[]}
      """###
    ),
    RecordedAnswer(
      "users list",
      200,
      ###"""
      {"users":[{"email":"admin@example.com","id":"1e0314ba4fa74dc287e624d2b90d88f9","name":"a\###
      dmin","enabled":true,"options":{},"username":"admin"},{"email":"cinder@example.com","id"\###
      :"996a710792644b64a9186922f2077652","name":"cinder","enabled":true,"options":{},"usernam\###
      e":"cinder"},{"email":"glance@example.com","id":"206b305d004641a9990c746f35bf223a","name\###
      ":"glance","enabled":true,"options":{},"username":"glance"}]}
      """###
    ),
    RecordedAnswer(
      "services list",
      200,
      ###"""
      {"OS-KSADM:services":[{"name":"cinder","description":"OpenStack Volume Service","id":"36\###
      26441f1b4e47b08270587d6ea0bfb0","type":"volume","enabled":true},{"name":"ec2","descripti\###
      on":"OpenStack EC2 service","id":"ed5363f765a34ae0af896f544eb37f38","type":"ec2","enable\###
      d":true},{"name":"glance","description":"OpenStack Image Service","id":"0b67729530b244d4\###
      92ec76636bf8823a","type":"image","enabled":true}]}
      """###
    ),
    RecordedAnswer(
      "endpoints list",
      200,
      ###"""
      {"endpoints":[{"id":"05aae1d3e3f140658083ae5d487d9916","service_id":"3626441f1b4e47b0827\###
      0587d6ea0bfb0","enabled":true,"region":"regionOne","publicurl":"http://public.example.co\###
      m:8776/v1/$(tenant_id)s","internalurl":"http://internal.example.com:8776/v1/$(tenant_id)\###
      s","adminurl":"http://admin.example.com:8776/v1/$(tenant_id)s"},{"id":"8672ce1bfab44c258\###
      39c18de641c3efe","service_id":"ed5363f765a34ae0af896f544eb37f38","enabled":true,"region"\###
      :"regionOne","publicurl":"http://public.example.com:8773/services/Cloud","internalurl":"\###
      http://internal.example.com:8773/services/Cloud","adminurl":"http://admin.example.com:87\###
      73/services/Cloud"},{"id":"7406f1d4f3fc45869556e23e5118416b","service_id":"0b67729530b24\###
      4d492ec76636bf8823a","enabled":true,"region":"regionOne","publicurl":"http://public.exam\###
      ple.com:9292/v2","internalurl":"http://internal.example.com:9292/v2","adminurl":"http://\###
      admin.example.com:9292/v2"}]}
      """###
    ),
    RecordedAnswer(
      "HAProxy without a server",
      503,
      contentType: "text/html",
      "<html><body><h1>503 Service Unavailable</h1>\nNo server is available.\n</body></html>\n"
    ),
    RecordedAnswer(
      "a Keystone whose database is dead",
      500,
      ###"""
      {"error":{"message":"An unexpected error prevented the server from fulfilling your \###
      request.","code":500,"title":"Internal Server Error"}}
      """###
    ),
    RecordedAnswer("an empty reply", 502, ""),
  ]
}
