/**
 * Brings what is only used now and then when it is wanted first, once. What could not be brought is
 * asked for again by the next who wants it: under another address, for some browsers remember that
 * they failed.
 */
globalThis.bellhop ??= {}
;(() => {
  const loading = {}
  let failures = 0
  globalThis.bellhop.load = (name) => {
    loading[name] ??= import(`/static/${name}.js${failures ? `?${failures}` : ''}`).catch(
      (problem) => {
        delete loading[name]
        failures++
        throw problem
      },
    )
    return loading[name]
  }
})()
