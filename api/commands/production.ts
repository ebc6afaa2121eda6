// Loaded first: libraries read it when they are loaded, and without it every answer costs several times as much.
process.env['NODE_ENV'] ??= 'production'
