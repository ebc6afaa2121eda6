/** A Neo4j server, cluster or Aura instance: bolt:// or neo4j:// address, login and database. */
export interface Neo4jServer { readonly uri: string; readonly user?: string; readonly password?: string; readonly database?: string }
