// node.byIds
UNWIND $ids AS id MATCH (n:Organisation {id: id}) RETURN 'Organisation' AS label, properties(n) AS props UNION ALL UNWIND $ids AS id MATCH (n:Brand {id: id}) RETURN 'Brand' AS label, properties(n) AS props UNION ALL UNWIND $ids AS id MATCH (n:Site {id: id}) RETURN 'Site' AS label, properties(n) AS props UNION ALL UNWIND $ids AS id MATCH (n:Place {id: id}) RETURN 'Place' AS label, properties(n) AS props UNION ALL UNWIND $ids AS id MATCH (n:Source {id: id}) RETURN 'Source' AS label, properties(n) AS props UNION ALL UNWIND $ids AS id MATCH (n:Import {id: id}) RETURN 'Import' AS label, properties(n) AS props
// node.labels
UNWIND $ids AS id MATCH (n:Organisation {id: id}) RETURN id, 'Organisation' AS label UNION ALL UNWIND $ids AS id MATCH (n:Brand {id: id}) RETURN id, 'Brand' AS label UNION ALL UNWIND $ids AS id MATCH (n:Site {id: id}) RETURN id, 'Site' AS label UNION ALL UNWIND $ids AS id MATCH (n:Place {id: id}) RETURN id, 'Place' AS label UNION ALL UNWIND $ids AS id MATCH (n:Source {id: id}) RETURN id, 'Source' AS label UNION ALL UNWIND $ids AS id MATCH (n:Import {id: id}) RETURN id, 'Import' AS label
// node.count
MATCH (n:Organisation) RETURN 'Organisation' AS name, count(n) AS total UNION ALL MATCH (n:Brand) RETURN 'Brand' AS name, count(n) AS total UNION ALL MATCH (n:Site) RETURN 'Site' AS name, count(n) AS total UNION ALL MATCH (n:Place) RETURN 'Place' AS name, count(n) AS total UNION ALL MATCH (n:Source) RETURN 'Source' AS name, count(n) AS total UNION ALL MATCH (n:Import) RETURN 'Import' AS name, count(n) AS total
// statement.count
MATCH ()-[o:OWNS]->() RETURN 'OWNS' AS name, count(o) AS total UNION ALL MATCH ()-[o:OPERATES]->() RETURN 'OPERATES' AS name, count(o) AS total UNION ALL MATCH ()-[o:MANAGES]->() RETURN 'MANAGES' AS name, count(o) AS total UNION ALL MATCH ()-[o:BRAND_OF]->() RETURN 'BRAND_OF' AS name, count(o) AS total UNION ALL MATCH ()-[o:SOLD_IN]->() RETURN 'SOLD_IN' AS name, count(o) AS total UNION ALL MATCH ()-[o:SUPPLIES]->() RETURN 'SUPPLIES' AS name, count(o) AS total UNION ALL MATCH ()-[o:FINANCES]->() RETURN 'FINANCES' AS name, count(o) AS total UNION ALL MATCH ()-[o:LOCATED_IN]->() RETURN 'LOCATED_IN' AS name, count(o) AS total UNION ALL MATCH ()-[o:PART_OF]->() RETURN 'PART_OF' AS name, count(o) AS total UNION ALL MATCH ()-[o:SAME_AS]->() RETURN 'SAME_AS' AS name, count(o) AS total UNION ALL MATCH ()-[o:TWINNED_WITH]->() RETURN 'TWINNED_WITH' AS name, count(o) AS total UNION ALL MATCH ()-[o:BODY_OF]->() RETURN 'BODY_OF' AS name, count(o) AS total UNION ALL MATCH ()-[o:FUNDS]->() RETURN 'FUNDS' AS name, count(o) AS total UNION ALL MATCH ()-[o:STATES_FIGURE]->() RETURN 'STATES_FIGURE' AS name, count(o) AS total UNION ALL MATCH ()-[o:DEPENDS_ON]->() RETURN 'DEPENDS_ON' AS name, count(o) AS total
// state.begin
MERGE (s:StoreState {id: 'store'}) SET s.modelVersion = coalesce(s.modelVersion, $modelVersion), s.revision = coalesce(s.revision, 0) RETURN s.modelVersion AS modelVersion
// state.takeTurn
MERGE (s:StoreState {id: 'store'}) SET s.writer = $writer RETURN coalesce(s.revision, 0) AS revision
// state.countRevision
MATCH (s:StoreState {id: 'store'}) SET s.revision = coalesce(s.revision, 0) + 1 RETURN s.revision AS revision
// state.readRevision
MATCH (s:StoreState {id: 'store'}) RETURN s.revision AS revision
// second.sharedActors
MATCH (:Place {id: $here})<-[:LOCATED_IN]-(:Site)<-[:OWNS|OPERATES*1..6]-(x:Organisation) WITH collect(DISTINCT x.id) AS xs MATCH (:Place {id: $there})<-[:LOCATED_IN]-(:Site)<-[:OWNS|OPERATES*1..6]-(y:Organisation) WHERE y.id IN xs RETURN DISTINCT y.id AS id ORDER BY id
// second.shortestWays
MATCH (a:Organisation {id: $from}) MATCH (b:Site {id: $to}) MATCH p = allShortestPaths((a)-[:OWNS|OPERATES*..8]->(b)) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT $limit
// second.effectiveShares
MATCH p = (n:Organisation {id: $id})<-[:OWNS*1..8]-(x:Organisation) WITH x.id AS id, reduce(share = 1.0, r IN relationships(p) | share * coalesce(r.shareMin, 0.0)) AS share RETURN id, sum(share) AS share ORDER BY id
// node.upsert.Organisation
UNWIND $rows AS r MERGE (n:Organisation {id: r.id}) SET n += r.props RETURN count(*) AS written
// node.all.Organisation
MATCH (n:Organisation) WHERE n.id > '' WITH n ORDER BY n.id SKIP $skip LIMIT $limit RETURN n.id AS id, properties(n) AS props ORDER BY id
// statement.from.Organisation
MATCH (n:Organisation {id: $id}) MATCH (n)-[o]->() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// statement.to.Organisation
MATCH (n:Organisation {id: $id}) MATCH (n)<-[o]-() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// undo.forgetOnNodes.Organisation
MATCH (n:Organisation) WHERE $importId IN n.importIds WITH n LIMIT $limit SET n.importIds = [x IN n.importIds WHERE x <> $importId] RETURN count(*) AS changed
// undo.removeNodes.Organisation
MATCH (n:Organisation) WHERE size(n.importIds) = 0 AND NOT EXISTS { (n)--() } WITH n LIMIT $limit DELETE n RETURN count(*) AS changed
// node.upsert.Brand
UNWIND $rows AS r MERGE (n:Brand {id: r.id}) SET n += r.props RETURN count(*) AS written
// node.all.Brand
MATCH (n:Brand) WHERE n.id > '' WITH n ORDER BY n.id SKIP $skip LIMIT $limit RETURN n.id AS id, properties(n) AS props ORDER BY id
// statement.from.Brand
MATCH (n:Brand {id: $id}) MATCH (n)-[o]->() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// statement.to.Brand
MATCH (n:Brand {id: $id}) MATCH (n)<-[o]-() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// undo.forgetOnNodes.Brand
MATCH (n:Brand) WHERE $importId IN n.importIds WITH n LIMIT $limit SET n.importIds = [x IN n.importIds WHERE x <> $importId] RETURN count(*) AS changed
// undo.removeNodes.Brand
MATCH (n:Brand) WHERE size(n.importIds) = 0 AND NOT EXISTS { (n)--() } WITH n LIMIT $limit DELETE n RETURN count(*) AS changed
// node.upsert.Site
UNWIND $rows AS r MERGE (n:Site {id: r.id}) SET n += r.props RETURN count(*) AS written
// node.all.Site
MATCH (n:Site) WHERE n.id > '' WITH n ORDER BY n.id SKIP $skip LIMIT $limit RETURN n.id AS id, properties(n) AS props ORDER BY id
// statement.from.Site
MATCH (n:Site {id: $id}) MATCH (n)-[o]->() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// statement.to.Site
MATCH (n:Site {id: $id}) MATCH (n)<-[o]-() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// undo.forgetOnNodes.Site
MATCH (n:Site) WHERE $importId IN n.importIds WITH n LIMIT $limit SET n.importIds = [x IN n.importIds WHERE x <> $importId] RETURN count(*) AS changed
// undo.removeNodes.Site
MATCH (n:Site) WHERE size(n.importIds) = 0 AND NOT EXISTS { (n)--() } WITH n LIMIT $limit DELETE n RETURN count(*) AS changed
// node.upsert.Place
UNWIND $rows AS r MERGE (n:Place {id: r.id}) SET n += r.props RETURN count(*) AS written
// node.all.Place
MATCH (n:Place) WHERE n.id > '' WITH n ORDER BY n.id SKIP $skip LIMIT $limit RETURN n.id AS id, properties(n) AS props ORDER BY id
// statement.from.Place
MATCH (n:Place {id: $id}) MATCH (n)-[o]->() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// statement.to.Place
MATCH (n:Place {id: $id}) MATCH (n)<-[o]-() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// undo.forgetOnNodes.Place
MATCH (n:Place) WHERE $importId IN n.importIds WITH n LIMIT $limit SET n.importIds = [x IN n.importIds WHERE x <> $importId] RETURN count(*) AS changed
// undo.removeNodes.Place
MATCH (n:Place) WHERE size(n.importIds) = 0 AND NOT EXISTS { (n)--() } WITH n LIMIT $limit DELETE n RETURN count(*) AS changed
// node.upsert.Source
UNWIND $rows AS r MERGE (n:Source {id: r.id}) SET n += r.props RETURN count(*) AS written
// node.all.Source
MATCH (n:Source) WHERE n.id > '' WITH n ORDER BY n.id SKIP $skip LIMIT $limit RETURN n.id AS id, properties(n) AS props ORDER BY id
// statement.from.Source
MATCH (n:Source {id: $id}) MATCH (n)-[o]->() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// statement.to.Source
MATCH (n:Source {id: $id}) MATCH (n)<-[o]-() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// undo.forgetOnNodes.Source
MATCH (n:Source) WHERE $importId IN n.importIds WITH n LIMIT $limit SET n.importIds = [x IN n.importIds WHERE x <> $importId] RETURN count(*) AS changed
// undo.removeNodes.Source
MATCH (n:Source) WHERE size(n.importIds) = 0 AND NOT EXISTS { (n)--() } WITH n LIMIT $limit DELETE n RETURN count(*) AS changed
// node.upsert.Import
UNWIND $rows AS r MERGE (n:Import {id: r.id}) SET n += r.props RETURN count(*) AS written
// node.all.Import
MATCH (n:Import) WHERE n.id > '' WITH n ORDER BY n.id SKIP $skip LIMIT $limit RETURN n.id AS id, properties(n) AS props ORDER BY id
// statement.from.Import
MATCH (n:Import {id: $id}) MATCH (n)-[o]->() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// statement.to.Import
MATCH (n:Import {id: $id}) MATCH (n)<-[o]-() WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// undo.forgetOnNodes.Import
MATCH (n:Import) WHERE $importId IN n.importIds WITH n LIMIT $limit SET n.importIds = [x IN n.importIds WHERE x <> $importId] RETURN count(*) AS changed
// undo.removeNodes.Import
MATCH (n:Import) WHERE size(n.importIds) = 0 AND NOT EXISTS { (n)--() } WITH n LIMIT $limit DELETE n RETURN count(*) AS changed
// node.search.prefix.Organisation
MATCH (n:Organisation) WHERE n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// node.search.part.Organisation
MATCH (n:Organisation) WHERE n.nameKey CONTAINS $nameKey AND NOT n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// node.search.prefix.Brand
MATCH (n:Brand) WHERE n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// node.search.part.Brand
MATCH (n:Brand) WHERE n.nameKey CONTAINS $nameKey AND NOT n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// node.search.prefix.Site
MATCH (n:Site) WHERE n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// node.search.part.Site
MATCH (n:Site) WHERE n.nameKey CONTAINS $nameKey AND NOT n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// node.search.prefix.Place
MATCH (n:Place) WHERE n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// node.search.part.Place
MATCH (n:Place) WHERE n.nameKey CONTAINS $nameKey AND NOT n.nameKey STARTS WITH $nameKey RETURN n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit
// statement.byKeys.OWNS
MATCH (a)-[o:OWNS]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.OWNS
MATCH (a)-[o:OWNS]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.OWNS
MATCH ()-[o:OWNS]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.OWNS
MATCH ()-[o:OWNS]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.OPERATES
MATCH (a)-[o:OPERATES]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.OPERATES
MATCH (a)-[o:OPERATES]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.OPERATES
MATCH ()-[o:OPERATES]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.OPERATES
MATCH ()-[o:OPERATES]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.MANAGES
MATCH (a)-[o:MANAGES]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.MANAGES
MATCH (a)-[o:MANAGES]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.MANAGES
MATCH ()-[o:MANAGES]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.MANAGES
MATCH ()-[o:MANAGES]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.BRAND_OF
MATCH (a)-[o:BRAND_OF]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.BRAND_OF
MATCH (a)-[o:BRAND_OF]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.BRAND_OF
MATCH ()-[o:BRAND_OF]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.BRAND_OF
MATCH ()-[o:BRAND_OF]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.SOLD_IN
MATCH (a)-[o:SOLD_IN]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.SOLD_IN
MATCH (a)-[o:SOLD_IN]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.SOLD_IN
MATCH ()-[o:SOLD_IN]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.SOLD_IN
MATCH ()-[o:SOLD_IN]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.SUPPLIES
MATCH (a)-[o:SUPPLIES]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.SUPPLIES
MATCH (a)-[o:SUPPLIES]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.SUPPLIES
MATCH ()-[o:SUPPLIES]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.SUPPLIES
MATCH ()-[o:SUPPLIES]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.FINANCES
MATCH (a)-[o:FINANCES]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.FINANCES
MATCH (a)-[o:FINANCES]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.FINANCES
MATCH ()-[o:FINANCES]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.FINANCES
MATCH ()-[o:FINANCES]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.LOCATED_IN
MATCH (a)-[o:LOCATED_IN]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.LOCATED_IN
MATCH (a)-[o:LOCATED_IN]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.LOCATED_IN
MATCH ()-[o:LOCATED_IN]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.LOCATED_IN
MATCH ()-[o:LOCATED_IN]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.PART_OF
MATCH (a)-[o:PART_OF]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.PART_OF
MATCH (a)-[o:PART_OF]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.PART_OF
MATCH ()-[o:PART_OF]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.PART_OF
MATCH ()-[o:PART_OF]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.SAME_AS
MATCH (a)-[o:SAME_AS]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.SAME_AS
MATCH (a)-[o:SAME_AS]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.SAME_AS
MATCH ()-[o:SAME_AS]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.SAME_AS
MATCH ()-[o:SAME_AS]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.TWINNED_WITH
MATCH (a)-[o:TWINNED_WITH]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.TWINNED_WITH
MATCH (a)-[o:TWINNED_WITH]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.TWINNED_WITH
MATCH ()-[o:TWINNED_WITH]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.TWINNED_WITH
MATCH ()-[o:TWINNED_WITH]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.BODY_OF
MATCH (a)-[o:BODY_OF]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.BODY_OF
MATCH (a)-[o:BODY_OF]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.BODY_OF
MATCH ()-[o:BODY_OF]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.BODY_OF
MATCH ()-[o:BODY_OF]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.FUNDS
MATCH (a)-[o:FUNDS]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.FUNDS
MATCH (a)-[o:FUNDS]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.FUNDS
MATCH ()-[o:FUNDS]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.FUNDS
MATCH ()-[o:FUNDS]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.STATES_FIGURE
MATCH (a)-[o:STATES_FIGURE]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.STATES_FIGURE
MATCH (a)-[o:STATES_FIGURE]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.STATES_FIGURE
MATCH ()-[o:STATES_FIGURE]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.STATES_FIGURE
MATCH ()-[o:STATES_FIGURE]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.byKeys.DEPENDS_ON
MATCH (a)-[o:DEPENDS_ON]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.all.DEPENDS_ON
MATCH (a)-[o:DEPENDS_ON]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props
// undo.removeStatements.DEPENDS_ON
MATCH ()-[o:DEPENDS_ON]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// undo.forgetOnStatements.DEPENDS_ON
MATCH ()-[o:DEPENDS_ON]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed
// statement.find.OWNS.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (b)<-[o:OWNS {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.OWNS.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (b)<-[o:OWNS {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.OWNS.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:OWNS {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.OWNS.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:OWNS {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.OPERATES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:OPERATES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.OPERATES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:OPERATES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.MANAGES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:MANAGES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.MANAGES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:MANAGES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.BRAND_OF.Brand.Organisation
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (a)-[o:BRAND_OF {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.BRAND_OF.Brand.Organisation
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (a)-[o:BRAND_OF {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SOLD_IN.Brand.Place
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:SOLD_IN {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SOLD_IN.Brand.Place
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:SOLD_IN {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SOLD_IN.Brand.Site
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (a)-[o:SOLD_IN {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SOLD_IN.Brand.Site
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (a)-[o:SOLD_IN {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Organisation.Brand
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Brand {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Organisation.Brand
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Brand {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Organisation.Place
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Organisation.Place
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Site.Organisation
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Site.Organisation
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Site.Site
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Site.Site
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Site.Brand
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Brand {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Site.Brand
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Brand {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Site.Place
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Site.Place
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Place.Organisation
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Place.Organisation
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Place.Site
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Place.Site
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Place.Brand
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Brand {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Place.Brand
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Brand {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.SUPPLIES.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (b)<-[o:SUPPLIES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SUPPLIES.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (b)<-[o:SUPPLIES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.FINANCES.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (b)<-[o:FINANCES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.FINANCES.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (b)<-[o:FINANCES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.FINANCES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:FINANCES {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.FINANCES.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:FINANCES {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.LOCATED_IN.Site.Place
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:LOCATED_IN {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.LOCATED_IN.Site.Place
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:LOCATED_IN {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.PART_OF.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:PART_OF {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.PART_OF.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:PART_OF {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Organisation.Brand
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Brand {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Organisation.Brand
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Brand {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Organisation.Place
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Organisation.Place
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Brand.Organisation
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Brand.Organisation
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Brand.Brand
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Brand {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Brand.Brand
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Brand {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Brand.Site
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Brand.Site
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Brand.Place
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Brand.Place
UNWIND $rows AS r MATCH (a:Brand {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Site.Organisation
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Site.Organisation
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Site.Brand
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Brand {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Site.Brand
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Brand {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Site.Site
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Site.Site
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Site.Place
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Site.Place
UNWIND $rows AS r MATCH (a:Site {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Place.Organisation
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Place.Organisation
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Place.Brand
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Brand {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Place.Brand
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Brand {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Place.Site
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Place.Site
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.SAME_AS.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:SAME_AS {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.SAME_AS.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:SAME_AS {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.TWINNED_WITH.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:TWINNED_WITH {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.TWINNED_WITH.Place.Place
UNWIND $rows AS r MATCH (a:Place {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:TWINNED_WITH {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.BODY_OF.Organisation.Place
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (a)-[o:BODY_OF {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.BODY_OF.Organisation.Place
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (a)-[o:BODY_OF {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.FUNDS.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (b)<-[o:FUNDS {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.FUNDS.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (b)<-[o:FUNDS {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.STATES_FIGURE.Source.Place
UNWIND $rows AS r MATCH (a:Source {id: r.from}) MATCH (b:Place {id: r.to}) MATCH (b)<-[o:STATES_FIGURE {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.STATES_FIGURE.Source.Place
UNWIND $rows AS r MATCH (a:Source {id: r.from}) MATCH (b:Place {id: r.to}) MERGE (b)<-[o:STATES_FIGURE {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.STATES_FIGURE.Source.Site
UNWIND $rows AS r MATCH (a:Source {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (b)<-[o:STATES_FIGURE {key: r.key}]-(a) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.STATES_FIGURE.Source.Site
UNWIND $rows AS r MATCH (a:Source {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (b)<-[o:STATES_FIGURE {key: r.key}]-(a) SET o += r.props RETURN count(*) AS written
// statement.find.DEPENDS_ON.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MATCH (a)-[o:DEPENDS_ON {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.DEPENDS_ON.Organisation.Site
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Site {id: r.to}) MERGE (a)-[o:DEPENDS_ON {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// statement.find.DEPENDS_ON.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MATCH (a)-[o:DEPENDS_ON {key: r.key}]->(b) RETURN a.id AS from, b.id AS to, properties(o) AS props
// statement.upsert.DEPENDS_ON.Organisation.Organisation
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Organisation {id: r.to}) MERGE (a)-[o:DEPENDS_ON {key: r.key}]->(b) SET o += r.props RETURN count(*) AS written
// exposure.write
UNWIND $rows AS r MATCH (a:Organisation {id: r.from}) MATCH (b:Place {id: r.to}) CREATE (a)-[o:EXPOSED_IN]->(b) SET o += r.props RETURN count(*) AS written
// exposure.removeOthers
MATCH (a:Organisation)-[o:EXPOSED_IN]->(b:Place) WHERE o.run <> $run WITH o LIMIT $limit DELETE o RETURN count(*) AS changed
// exposure.count
MATCH (a:Organisation)-[o:EXPOSED_IN]->(b:Place) WHERE o.run = $run RETURN count(*) AS rows
// exposure.mark
MERGE (s:StoreState {id: 'store'}) SET s.exposureRun = $run, s.exposureDataVersion = $dataVersion, s.exposureAsOf = $asOf RETURN s.exposureRun AS run
// exposure.readMark
MATCH (s:StoreState {id: 'store'}) RETURN coalesce(s.exposureRun, '') AS run, coalesce(s.exposureDataVersion, '') AS dataVersion, coalesce(s.exposureAsOf, '') AS asOf
// exposure.ofPlace
MATCH (b:Place {id: $id}) MATCH (a:Organisation)-[o:EXPOSED_IN]->(b) WHERE o.run = $run RETURN a.id AS from, b.id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
// exposure.ofOrganisation
MATCH (a:Organisation {id: $id}) MATCH (a)-[o:EXPOSED_IN]->(b:Place) WHERE o.run = $run RETURN a.id AS from, b.id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit
