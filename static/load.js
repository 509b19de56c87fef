/**
 * Brings what is only used now and then when it is wanted first, once. What could not be brought is
 * asked for again by the next who wants it.
 */
globalThis.bellhop ??= {}
;(() => {
  const loading = {}
  globalThis.bellhop.load = (name) => {
    loading[name] ??= import(`/static/${name}.js`).catch((problem) => {
      delete loading[name]
      throw problem
    })
    return loading[name]
  }
})()
