variable "upstream_key" {
  type      = string
  sensitive = true
}

variable "plain_key" {
  type    = string
  default = "sk-plain"
}

resource "logfire_project" "keys" {
  name = "keys"
}

resource "logfire_api_key" "reports" {
  name        = "Reports"
  description = "Reads what the shop sends"
  project_id  = logfire_project.keys.id
  scopes      = ["project:read_otlp", "project:read", "project:a_new_one"]
  expires_at  = "2031-01-01T00:00:00Z"
}

resource "logfire_api_key" "organization" {
  name   = "Organization ${logfire_project.keys.id}"
  scopes = ["organization:read"]
}

resource "logfire_api_key" "agents" {
  name       = "Agents"
  project_id = logfire_project.keys.id
  scopes     = ["project:gateway_proxy"]
  gateway = {
    spending_limit_daily = 5
    spending_limit_total = 500000000
    cache_enabled        = true
  }
}

resource "logfire_gateway_api_key" "chat" {
  name                   = "Chat"
  project_id             = logfire_project.keys.id
  spending_limit_monthly = 20
  cache_enabled          = false
}

resource "logfire_gateway_provider" "openai" {
  slug    = "openai"
  vendor  = "openai"
  api_key = var.upstream_key
}

resource "logfire_gateway_provider" "groq" {
  slug            = "groq"
  vendor          = "groq"
  api_key         = var.plain_key
  require_pricing = false
}

resource "logfire_gateway_provider" "mistral" {
  slug    = "mistral"
  vendor  = "mistral"
  api_key = "sk-literal"
}

resource "logfire_gateway_provider" "bedrock" {
  slug           = "bedrock"
  vendor         = "bedrock"
  api_key        = "${var.upstream_key}-b"
  bedrock_api    = "runtime"
  bedrock_region = "eu-west-1"
}
