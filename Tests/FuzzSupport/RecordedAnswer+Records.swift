extension RecordedAnswer {
  static let records: [RecordedAnswer] = [
    RecordedAnswer(
      "versions",
      300,
      ###"""
      {"versions":{"values":[{"id":"v2.0","status":"deprecated","updated":"2016-08-04T00:00:00\###
      Z","links":[{"rel":"self","href":"http://127.0.0.1:35357/v2.0/"},{"rel":"describedby","t\###
      ype":"text/html","href":"https://docs.openstack.org/"}],"media-types":[{"base":"applicat\###
      ion/json","type":"application/vnd.openstack.identity-v2.0+json"}]},{"id":"v3.8","status"\###
      :"stable","updated":"2017-02-22T00:00:00Z","links":[{"rel":"self","href":"http://127.0.0\###
      .1:35357/v3/"}],"media-types":[{"base":"application/json","type":"application/vnd.openst\###
      ack.identity-v3+json"}]}]}}
      """###
    ),
    RecordedAnswer(
      "version v2.0",
      200,
      ###"""
      {"version":{"id":"v2.0","status":"deprecated","updated":"2016-08-04T00:00:00Z","links":[\###
      {"rel":"self","href":"http://127.0.0.1:35357/v2.0/"},{"rel":"describedby","type":"text/h\###
      tml","href":"https://docs.openstack.org/"}],"media-types":[{"base":"application/json","t\###
      ype":"application/vnd.openstack.identity-v2.0+json"}]}}
      """###
    ),
    RecordedAnswer(
      "version v3",
      200,
      ###"""
      {"version":{"id":"v3.8","status":"stable","updated":"2017-02-22T00:00:00Z","links":[{"re\###
      l":"self","href":"http://127.0.0.1:5000/v3/"}],"media-types":[{"base":"application/json"\###
      ,"type":"application/vnd.openstack.identity-v3+json"}]}}
      """###
    ),
    RecordedAnswer(
      "no token 401",
      401,
      ###"""
      {"error":{"code":401,"title":"Unauthorized","message":"The request you have made require\###
      s authentication."}}
      """###
    ),
    RecordedAnswer(
      "unknown path 404",
      404,
      ###"""
      {"error":{"code":404,"title":"Not Found","message":"(http://127.0.0.1:35357/v2.0/nope): \###
      The resource could not be found."}}
      """###
    ),
    RecordedAnswer(
      "tenant create",
      200,
      ###"""
      {"tenant":{"id":"2bb326daa1ac4229b282d528672424f1","name":"admin","description":"Admin T\###
      enant","enabled":true}}
      """###
    ),
    RecordedAnswer(
      "tenant create, duplicate 409",
      409,
      ###"""
      {"error":{"code":409,"title":"Conflict","message":"Conflict occurred attempting to store\###
       project - it is not permitted to have two projects with the same name in the same domai\###
      n : admin."}}
      """###
    ),
    RecordedAnswer(
      "tenant create, empty name 400",
      400,
      ###"""
      {"error":{"code":400,"title":"Bad Request","message":"Invalid input for field 'name': ''\###
       is too short\n\nFailed validating 'minLength' in schema['properties']['name']:\n    {'m\###
      axLength': 64, 'minLength': 1, 'pattern': '[\\\\S]+', 'type': 'string'}\n\nOn instance['\###
      name']:\n    ''"}}
      """###
    ),
    RecordedAnswer(
      "body over 112 KiB 413",
      413,
      ###"""
      {"message":"Request is too large. Larger than max_request_body_size (114688).<br /><br /\###
      >\n\n\n","code":"413 Request Entity Too Large","title":"Request Entity Too Large"}
      """###
    ),
    RecordedAnswer(
      "tenant get 404",
      404,
      ###"""
      {"error":{"code":404,"title":"Not Found","message":"Could not find project: nosuch."}}
      """###
    ),
    RecordedAnswer(
      "tenant update, POST",
      200,
      ###"""
      {"tenant":{"id":"dc33b3ce75ea4eccb8aac2c246f2ecb1","name":"demo","description":"Demo","e\###
      nabled":true,"extra":{}}}
      """###
    ),
    RecordedAnswer(
      "role create",
      200,
      ###"""
      {"role":{"id":"87adaf5d3faf40db9e5f459d5e571505","name":"admin","domain_id":null}}
      """###
    ),
    RecordedAnswer(
      "role create, duplicate 409",
      409,
      ###"""
      {"error":{"code":409,"title":"Conflict","message":"Conflict occurred attempting to store\###
       role - Duplicate entry found with name admin."}}
      """###
    ),
    RecordedAnswer(
      "roles list",
      200,
      ###"""
      {"roles":[{"id":"87adaf5d3faf40db9e5f459d5e571505","name":"admin","domain_id":null},{"id\###
      ":"2c3c697e2a844a3b8293210d2d101e79","name":"Member","domain_id":null},{"description":"O\###
      perators","id":"91ec8762d1e44a43876fc856301fc8d9","name":"ops","domain_id":null},{"id":"\###
      eeaa79f5d9df406b9cf4bf04424a0a34","name":"Rôle-東","domain_id":null},{"colour":"red","id"\###
      :"f0a13981ec9d41e0872f90577485b6e3","name":"rx","domain_id":null},{"id":"1c40da875f90483\###
      6b279b2e6562eb794","name":"rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr\###
      rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr\###
      rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr\###
      rrrrrrrrrrrrrrrrrr","domain_id":null}]}
      """###
    ),
    RecordedAnswer(
      "user create",
      200,
      ###"""
      {"user":{"email":"admin@example.com","id":"1e0314ba4fa74dc287e624d2b90d88f9","name":"adm\###
      in","enabled":true,"options":{},"username":"admin"}}
      """###
    ),
    RecordedAnswer(
      "user create with tenantId (also makes and grants _member_)",
      200,
      ###"""
      {"user":{"email":"tenanted@example.com","id":"21c128ba06da4a1fbdb7f64e66f809e7","name":"\###
      tenanted","enabled":true,"options":{},"tenantId":"dc33b3ce75ea4eccb8aac2c246f2ecb1","use\###
      rname":"tenanted"}}
      """###
    ),
    RecordedAnswer(
      "user create, unknown tenantId 404",
      404,
      ###"""
      {"error":{"code":404,"title":"Not Found","message":"Could not find project: nosuch."}}
      """###
    ),
    RecordedAnswer(
      "user update",
      200,
      ###"""
      {"user":{"email":"new@example.com","id":"e96f191c41b248deb2d93ac603a4f976","name":"test"\###
      ,"enabled":true,"extra":{"email":"new@example.com"},"options":{},"username":"test"}}
      """###
    ),
    RecordedAnswer(
      "user set password",
      200,
      ###"""
      {"user":{"email":"new@example.com","id":"e96f191c41b248deb2d93ac603a4f976","name":"test"\###
      ,"enabled":true,"extra":{"email":"new@example.com"},"options":{},"username":"test"}}
      """###
    ),
    RecordedAnswer(
      "roles of user in tenant",
      200,
      ###"""
      {"roles":[{"id":"87adaf5d3faf40db9e5f459d5e571505","name":"admin","domain_id":null},{"id\###
      ":"2c3c697e2a844a3b8293210d2d101e79","name":"Member","domain_id":null}]}
      """###
    ),
    RecordedAnswer(
      "users of tenant",
      200,
      ###"""
      {"users":[{"email":"cinder@example.com","id":"996a710792644b64a9186922f2077652","name":"\###
      cinder","enabled":true,"options":{},"username":"cinder"},{"email":"nova@example.com","id\###
      ":"0fd2aac049904a33b4132e020da3d6c1","name":"nova","enabled":true,"options":{},"username\###
      ":"nova"},{"email":"glance@example.com","id":"206b305d004641a9990c746f35bf223a","name":"\###
      glance","enabled":true,"options":{},"username":"glance"}]}
      """###
    ),
  ]
}
