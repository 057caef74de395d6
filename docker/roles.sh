#!/bin/sh
# At the database's first start: the role that the product works as. It owns nothing and cannot change the schema.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
     --set password="$APPLICATION_PASSWORD" <<'SQL'
create role jixiao login password :'password';
revoke all on database jixiao from public;
grant connect on database jixiao to jixiao;
SQL
