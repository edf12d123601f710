/** Keys of a model.json, of a manifest of weights and of a Keras model's own JSON. */
const KEYS =
  /"(modelTopology|weightsManifest|model_config|class_name|convertedBy|keras_version)"|"format"\s*:\s*"(graph|layers)-model"|^\s*\[\s*\{\s*"(paths|weights)"/;

/** The names that TensorFlow.js gives its files. */
const NAMES = /(^|[-_.])(model|weights_manifest)\.json$/i;

/**
 * Whether a file is to be read as TensorFlow.js: where its beginning has the keys of a model.json, or where it only bears the name of one
 * and is nothing that could be told otherwise, so that the reader says what is wrong with it.
 */
export function recognisesTfjs(head: Uint8Array, name: string): boolean {
  const text = new TextDecoder().decode(head);
  if (/^\uFEFF?\s*[{[]/.test(text) && KEYS.test(text)) return true;
  return NAMES.test(name);
}
