CREATE CONSTRAINT organisation_id_unique IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE
CREATE INDEX organisation_namekey_index IF NOT EXISTS FOR (n:Organisation) ON (n.nameKey)
CREATE CONSTRAINT brand_id_unique IF NOT EXISTS FOR (n:Brand) REQUIRE n.id IS UNIQUE
CREATE INDEX brand_namekey_index IF NOT EXISTS FOR (n:Brand) ON (n.nameKey)
CREATE CONSTRAINT site_id_unique IF NOT EXISTS FOR (n:Site) REQUIRE n.id IS UNIQUE
CREATE INDEX site_namekey_index IF NOT EXISTS FOR (n:Site) ON (n.nameKey)
CREATE CONSTRAINT place_id_unique IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE
CREATE INDEX place_namekey_index IF NOT EXISTS FOR (n:Place) ON (n.nameKey)
CREATE CONSTRAINT source_id_unique IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE
CREATE CONSTRAINT import_id_unique IF NOT EXISTS FOR (n:Import) REQUIRE n.id IS UNIQUE
CREATE INDEX owns_key_index IF NOT EXISTS FOR ()-[r:OWNS]-() ON (r.key)
CREATE INDEX operates_key_index IF NOT EXISTS FOR ()-[r:OPERATES]-() ON (r.key)
CREATE INDEX manages_key_index IF NOT EXISTS FOR ()-[r:MANAGES]-() ON (r.key)
CREATE INDEX brand_of_key_index IF NOT EXISTS FOR ()-[r:BRAND_OF]-() ON (r.key)
CREATE INDEX sold_in_key_index IF NOT EXISTS FOR ()-[r:SOLD_IN]-() ON (r.key)
CREATE INDEX supplies_key_index IF NOT EXISTS FOR ()-[r:SUPPLIES]-() ON (r.key)
CREATE INDEX finances_key_index IF NOT EXISTS FOR ()-[r:FINANCES]-() ON (r.key)
CREATE INDEX located_in_key_index IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() ON (r.key)
CREATE INDEX part_of_key_index IF NOT EXISTS FOR ()-[r:PART_OF]-() ON (r.key)
CREATE INDEX same_as_key_index IF NOT EXISTS FOR ()-[r:SAME_AS]-() ON (r.key)
CREATE INDEX twinned_with_key_index IF NOT EXISTS FOR ()-[r:TWINNED_WITH]-() ON (r.key)
CREATE INDEX body_of_key_index IF NOT EXISTS FOR ()-[r:BODY_OF]-() ON (r.key)
CREATE INDEX funds_key_index IF NOT EXISTS FOR ()-[r:FUNDS]-() ON (r.key)
CREATE INDEX states_figure_key_index IF NOT EXISTS FOR ()-[r:STATES_FIGURE]-() ON (r.key)
CREATE INDEX depends_on_key_index IF NOT EXISTS FOR ()-[r:DEPENDS_ON]-() ON (r.key)
