/**
 * English adjectives of countries and peoples that the name of the place does not show. Each is used only where the
 * gazetteer knows it as one of the place.
 */
export const IRREGULAR_DEMONYMS =
  'American British French German Turkish Dutch Greek Spanish Polish Swiss Danish Swedish Finnish Welsh Scottish Irish Thai Filipino Emirati Saudi Lebanese Chinese Portuguese Afghan Kurdish Israeli Cypriot Czech Croatian Slovak Norwegian Icelandic Greenlandic Kyrgyz Kazakh Uzbek Turkmen Tajik Russian Ukrainian Palestinian Yemeni Iraqi Qatari Kuwaiti Bahraini Omani Pakistani Azerbaijani Soviet European Moroccan Egyptian Libyan Syrian Jordanian Tunisian Algerian Sudanese Ethiopian Somali Armenian Georgian Iranian Indian Japanese Korean Italian Hungarian Romanian Bulgarian Serbian Canadian Mexican Brazilian Argentine Australian'.split(
    ' ',
  );
/** Endings that make an adjective of the name of a place, tried in this order. */
export const DEMONYM_ENDINGS = ['n', 'an', 'ian', 'i', 'ese', 'ish', 'er', ''];
