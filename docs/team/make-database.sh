#!/bin/sh
# Makes the database of a store, with an owner who may do nothing else on the server.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$EPOCHAL_PASSWORD" -U "${POSTGRES_USER:-postgres}" <<'SQL'
CREATE ROLE epochal LOGIN PASSWORD :'password';
CREATE DATABASE epochal OWNER epochal ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE epochal FROM PUBLIC;
SQL
