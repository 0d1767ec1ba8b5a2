enum PostgreSQLStoragePlaceholder {}
