declare module '*.sql' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: how Bun hands over a file imported as text
  export default text
}
