# Who may read what. Each folder is a group, each file in it one grant, so two
# requests never touch the same file and a revocation deletes exactly one.

terraform {
  required_version = ">= 1.6"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.0"
    }
  }
}

variable "project_id" {
  description = "Google Cloud project of the warehouse."
  type        = string
  default     = "minato-shoten-warehouse"
}

provider "google" {
  project = var.project_id
}

module "sales" {
  source     = "./sales"
  project_id = var.project_id
}

module "product" {
  source     = "./product"
  project_id = var.project_id
}

module "marketing" {
  source     = "./marketing"
  project_id = var.project_id
}

module "leadership" {
  source     = "./leadership"
  project_id = var.project_id
}
