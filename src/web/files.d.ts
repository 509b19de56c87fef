/** Files that are imported `with { type: 'file' }`: a path, on the disk or inside the binary. */
declare module '*.js' {
  const path: string
  export = path
}
declare module '*.css' {
  const path: string
  export = path
}
declare module '*.png' {
  const path: string
  export = path
}
declare module '*.woff2' {
  const path: string
  export = path
}
