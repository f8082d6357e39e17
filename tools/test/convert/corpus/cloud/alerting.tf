provider "logfire" {
  alias    = "eu"
  base_url = "https://logfire-eu.pydantic.dev"
}

variable "secret" {
  type      = string
  sensitive = true
}

resource "logfire_project" "watched" {
  name = "watched"
}

data "logfire_pagerduty_service" "checkout" {
  account_subdomain    = "acme"
  pagerduty_service_id = "PABC123"
}

resource "logfire_channel" "hook" {
  name   = "Hook"
  active = false
  config {
    type   = "webhook"
    format = "raw-data"
    url    = var.secret
  }
}

resource "logfire_channel" "open" {
  name = "Open"
  config {
    type   = "webhook"
    format = "auto"
    url    = "https://hooks.example.com/open"
  }
}

resource "logfire_channel" "slack_hook" {
  name = "Slack by webhook"
  config {
    type   = "webhook"
    format = "slack-blockkit"
    url    = "https://hooks.example.com/${var.secret}"
  }
}

resource "logfire_channel" "genie" {
  name = "Genie"
  config {
    type     = "opsgenie"
    auth_key = var.secret
  }
}

resource "logfire_channel" "pager" {
  name = "Pager"
  config {
    type        = "pagerduty"
    routing_key = "literal-routing-key"
    region      = "eu"
  }
}

resource "logfire_channel" "service" {
  name = "Service"
  config {
    type       = "pagerduty-integration"
    install_id = data.logfire_pagerduty_service.checkout.install_id
    service_id = data.logfire_pagerduty_service.checkout.service_id
  }
}

resource "logfire_channel" "slack" {
  name = "Slack"
  config {
    type                 = "slack-integration"
    install_id           = "00000000-0000-4000-8000-000000000002"
    channel_id           = "C0123456789"
    include_agent_prompt = false
  }
}

resource "logfire_schedule" "hours" {
  label    = "Hours"
  timezone = "Europe/Berlin"
  windows = [
    { days = [1, 2, 3, 4, 5], start_time = "09:00", end_time = "17:30" },
    { days = [6], start_time = "10:00:00", end_time = "12:00" },
  ]
}

resource "logfire_schedule" "unsorted" {
  label    = "Unsorted"
  timezone = "UTC"
  windows  = [{ days = [5, 1], start_time = "09:00", end_time = "17:00" }]
}

resource "logfire_alert" "errors" {
  project_id  = logfire_project.watched.id
  name        = "Errors"
  description = "Something failed"
  query       = <<-SQL
    SELECT trace_id, message
    FROM records
    WHERE is_exception
  SQL
  time_window = "90m"
  frequency   = "0.5h"
  notify_when = "has_matches"
  environments = ["production", "staging"]
  channel_assignments = [
    { channel_id = logfire_channel.genie.id, schedule_id = logfire_schedule.hours.id },
    { channel_id = logfire_channel.open.id },
  ]
}

resource "logfire_alert" "quiet" {
  project_id          = logfire_project.watched.id
  name                = "Quiet"
  query               = "SELECT trace_id FROM records WHERE message LIKE '100%'"
  time_window         = "7d"
  frequency           = "1h"
  notify_when         = "matches_changed"
  active              = false
  channel_assignments = []
}

resource "logfire_alert" "everywhere" {
  project_id          = logfire_project.watched.id
  name                = "Everywhere"
  query               = "SELECT 1"
  time_window         = "5m"
  frequency           = "5m"
  notify_when         = "has_matches_changed"
  channel_assignments = [for id in [logfire_channel.genie.id, logfire_channel.pager.id] : { channel_id = id }]
}

resource "logfire_slo" "availability" {
  project_id     = logfire_project.watched.id
  name           = "Availability"
  scope_value    = "checkout"
  source         = "records"
  total_query    = "http_route IS NOT NULL"
  bad_query      = "http_response_status_code >= 500"
  target_percent = "99.9"
  rolling_window = "30d"
  alerts = {
    fast   = { channel_assignments = [{ channel_id = logfire_channel.pager.id }] }
    medium = { channel_assignments = [{ channel_id = logfire_channel.pager.id }] }
    slow   = { channel_assignments = [] }
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "logfire_slo" "latency" {
  project_id         = logfire_project.watched.id
  name               = "Latency"
  description        = "Answers in time"
  scope_kind         = "service"
  scope_value        = "checkout"
  source             = "metrics"
  metric_aggregation = "histogram_threshold"
  total_query        = "metric_name = 'http.server.duration'"
  threshold          = "0.5"
  comparison         = "less_than"
  target_percent     = "99.50"
  rolling_window     = "720h"
  environments       = ["production"]
  alerts = {
    slow = { channel_assignments = [{ channel_id = logfire_channel.genie.id, schedule_id = logfire_schedule.hours.id }] }
  }
}

resource "logfire_slo" "tokens" {
  project_id     = logfire_project.watched.id
  name           = "LLM"
  scope_kind     = "provider"
  scope_value    = "openai"
  total_query    = "span_name = 'chat'"
  bad_query      = "is_exception"
  target_percent = "95"
  rolling_window = "7d"
}

resource "logfire_project" "europe" {
  provider = logfire.eu
  name     = "europe"
}

resource "logfire_write_token" "europe" {
  provider   = logfire.eu
  project_id = logfire_project.europe.id
}
