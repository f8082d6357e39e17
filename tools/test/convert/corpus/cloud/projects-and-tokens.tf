terraform {
  required_version = ">= 1.8"
  required_providers {
    logfire = {
      source  = "pydantic/logfire"
      version = ">= 0.2.0"
    }
  }
}

provider "logfire" {}

variable "stage" {
  type        = string
  default     = "trial"
  description = "Where the shop runs"
}

locals {
  expiry = "2031-03-31T00:00:00Z"
  owners = ["ada", "grace"]
}

resource "logfire_project" "shop" {
  name        = "shop-${var.stage}"
  description = "Sells things, for 100$ and $${more} %%{too}"
  visibility  = "private"

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [description]
  }
}

resource "logfire_project" "default" {
  name = "defaults"
}

resource "logfire_project" "upper" {
  name        = lower("UPPER-${var.stage}")
  description = var.stage == "trial" ? "a trial" : "for real"
  depends_on  = [logfire_project.shop]
}

resource "logfire_project" "team" {
  for_each    = toset(["red", "blue"])
  name        = "team-${each.key}"
  description = "Team ${each.value}"
}

resource "logfire_project" "copies" {
  count = 2
  name  = "copy-${count.index}"
}

resource "logfire_write_token" "forever" {
  project_id = logfire_project.shop.id
}

resource "logfire_write_token" "dated" {
  project_id = logfire_project.shop.id
  expires_at = "2031-01-01T00:00:00Z"
}

resource "logfire_write_token" "of_team" {
  project_id = logfire_project.team["red"].id
}

resource "logfire_read_token" "report" {
  project_id = logfire_project.default.id
  expires_at = local.expiry

  lifecycle {
    create_before_destroy = true
  }
}

output "shop_id" {
  value       = logfire_project.shop.id
  description = "UUID of the shop"
}

output "token" {
  value     = logfire_write_token.dated.token
  sensitive = true
}

output "teams" {
  value = { for name, project in logfire_project.team : name => project.id }
}
