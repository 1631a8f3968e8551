variable "project_id" {
  description = "Google Cloud project of the warehouse."
  type        = string
}
