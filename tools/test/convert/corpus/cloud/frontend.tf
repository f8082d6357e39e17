resource "logfire_project" "browsers" {
  name = "browsers"
}

resource "logfire_frontend_application" "web" {
  project_id        = logfire_project.browsers.id
  name              = "web-shop"
  environment       = "production"
  service_namespace = "shop"
}

resource "logfire_frontend_application" "renewed" {
  project_id                  = logfire_project.browsers.id
  name                        = "renewed"
  adopt_existing_service_name = true

  lifecycle {
    create_before_destroy = true
  }
}

resource "logfire_frontend_application_token" "next" {
  project_id     = logfire_project.browsers.id
  application_id = logfire_frontend_application.web.id
}

resource "logfire_frontend_application_token" "kept" {
  project_id        = logfire_project.browsers.id
  application_id    = logfire_frontend_application.web.id
  revoke_on_destroy = false
}
