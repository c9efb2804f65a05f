extension CloudKey {
  /// Whether other clients know a key that means nothing here, so that it is no slip of the keyboard.
  ///
  /// - Parameter name: The key with underscores.
  /// - Returns: Whether openstacksdk, os-client-config or keystoneauth reads it.
  static func isOfOthers(_ name: String) -> Bool {
    others.contains(name) || endings.contains { name.hasSuffix($0) }
  }

  /// The properties of openstacksdk's `config/schema.json` and what its loader reads besides, and the
  /// options of keystoneauth's plugins.
  private static let others: Set<String> = [
    "access_key", "access_secret", "access_token", "access_token_endpoint", "access_token_type",
    "additional_metric_tags", "api_endpoint", "api_timeout", "auth_methods", "auth_section",
    "authorization_code", "cache", "ca_file", "cafile", "certfile", "client", "client_id",
    "client_secret", "code", "code_challenge_method", "collect_timing", "connect_retries",
    "connect_retry_delay", "consumer_key", "consumer_secret", "database",
    "default_interface", "default_network", "device_authorization_endpoint",
    "disable_vendor_agent", "discovery_endpoint", "domain", "endpoint_type", "external_network",
    "floating_ip_source", "force_ipv4", "host", "idp_otp_key", "identity_provider",
    "identity_provider_url", "image_api_use_tasks", "image_format", "influxdb", "interface",
    "internal_network", "keyfile", "login_timeout", "measurement", "message", "metrics",
    "mutual_auth", "name", "nat_destination", "nat_source", "networks", "oauth2_client_id",
    "oauth2_client_secret", "oauth2_endpoint", "openid_scope", "port", "prefer_ipv6", "prefix",
    "principal", "private", "project", "project_domain", "protocol", "rate_limit", "redirect_host",
    "redirect_port", "redirect_uri", "region", "requires_floating_ip", "retriable_status_codes",
    "secgroup_source", "service_provider_endpoint", "service_provider_entity_id", "split_loggers",
    "statsd", "status", "tenant", "timeout", "timing", "tls_ciphers", "tls_min_version", "use_udp",
    "user", "user_domain", "valid_interfaces", "vendor_hook", "version",
  ]

  /// How keys end that are made for each service, or for the domain of a name.
  private static let endings = [
    "_api_version", "_concurrency", "_connect_retries", "_connect_retry_delay",
    "_default_microversion", "_domain_id", "_domain_name", "_endpoint", "_endpoint_override",
    "_endpoint_type", "_interface", "_max_version", "_min_version", "_rate_limit",
    "_region_name", "_retriable_status_codes", "_service_name", "_service_type",
    "_status_code_retries", "_status_code_retry_delay",
  ]
}
