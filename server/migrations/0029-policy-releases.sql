-- Drafts and releases of policy.
create schema policy_office;
grant usage on schema policy_office to xinheng_app;
