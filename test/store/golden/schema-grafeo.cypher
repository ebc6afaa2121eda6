CREATE INDEX organisation_id_index IF NOT EXISTS FOR (n:Organisation) ON (n.id)
CREATE CONSTRAINT organisation_id_unique IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE
CREATE INDEX organisation_namekey_index IF NOT EXISTS FOR (n:Organisation) ON (n.nameKey)
CREATE INDEX brand_id_index IF NOT EXISTS FOR (n:Brand) ON (n.id)
CREATE CONSTRAINT brand_id_unique IF NOT EXISTS FOR (n:Brand) REQUIRE n.id IS UNIQUE
CREATE INDEX brand_namekey_index IF NOT EXISTS FOR (n:Brand) ON (n.nameKey)
CREATE INDEX site_id_index IF NOT EXISTS FOR (n:Site) ON (n.id)
CREATE CONSTRAINT site_id_unique IF NOT EXISTS FOR (n:Site) REQUIRE n.id IS UNIQUE
CREATE INDEX site_namekey_index IF NOT EXISTS FOR (n:Site) ON (n.nameKey)
CREATE INDEX place_id_index IF NOT EXISTS FOR (n:Place) ON (n.id)
CREATE CONSTRAINT place_id_unique IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE
CREATE INDEX place_namekey_index IF NOT EXISTS FOR (n:Place) ON (n.nameKey)
CREATE INDEX source_id_index IF NOT EXISTS FOR (n:Source) ON (n.id)
CREATE CONSTRAINT source_id_unique IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE
CREATE INDEX import_id_index IF NOT EXISTS FOR (n:Import) ON (n.id)
CREATE CONSTRAINT import_id_unique IF NOT EXISTS FOR (n:Import) REQUIRE n.id IS UNIQUE
