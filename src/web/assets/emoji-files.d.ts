// Exact names: else the types of all that is in these files would be worked out.
declare module 'emoji-picker-element/picker.js' {
  const path: string
  // biome-ignore lint/style/noDefaultExport: a file import is a default import
  export default path
}
declare module 'emoji-picker-element/LICENSE' {
  const path: string
  // biome-ignore lint/style/noDefaultExport: a file import is a default import
  export default path
}
declare module 'emoji-picker-element-data/en/cldr-native/data.json' {
  const path: string
  // biome-ignore lint/style/noDefaultExport: a file import is a default import
  export default path
}
declare module 'emoji-picker-element-data/zh/emojibase/data.json' {
  const path: string
  // biome-ignore lint/style/noDefaultExport: a file import is a default import
  export default path
}
