package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words shown for predefined types; a custom type is shown as it is. English unless the request asks otherwise. */
final class TypeLabels {
    private static final String[] TYPES = {"home", "work", "mobile", "other", "homeFax", "workFax", "main", "pager",
        "school", "spouse", "child", "mother", "father", "friend", "anniversary", "homePage", "profile", "blog"};
    private static final Map<String, Map<String, String>> BY_LANGUAGE = Map.of(
            "de", labels("Privat,Geschäftlich,Mobil,Sonstige,Fax privat,Fax geschäftlich,Haupttelefon,Pager,Schule,"
                    + "Ehepartner,Kind,Mutter,Vater,Freund,Jahrestag,Startseite,Profil,Blog"),
            "fr", labels("Domicile,Bureau,Mobile,Autre,Télécopie domicile,Télécopie bureau,Principal,Bipeur,École,"
                    + "Conjoint,Enfant,Mère,Père,Ami,Anniversaire,Page d'accueil,Profil,Blog"),
            "es", labels("Casa,Trabajo,Móvil,Otro,Fax particular,Fax del trabajo,Principal,Buscapersonas,Colegio,"
                    + "Cónyuge,Hijo,Madre,Padre,Amigo,Aniversario,Página principal,Perfil,Blog"));
    private static final Map<String, String> PROTOCOLS = Map.of("aim", "AIM", "msn", "MSN", "yahoo", "Yahoo", "skype",
            "Skype", "qq", "QQ", "googleTalk", "Google Talk", "icq", "ICQ", "jabber", "Jabber", "netMeeting",
            "NetMeeting");

    private TypeLabels() {}

    /** The English words for a type: {@code homeFax} is "Home Fax". */
    static String english(String type) {
        if (type.isEmpty() || !type.chars().allMatch(c -> c < 128 && Character.isLetter(c))
                || !Character.isLowerCase(type.charAt(0))) {
            return type.equals(type.toUpperCase(Locale.ROOT)) && type.length() > 1 && type.indexOf(' ') < 0
                    ? type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ') : type;
        }
        StringBuilder out = new StringBuilder(type.length() + 4);
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (i == 0) {
                out.append(Character.toUpperCase(c));
            } else {
                out.append(Character.isUpperCase(c) ? " " + c : String.valueOf(c));
            }
        }
        return out.toString();
    }

    static String protocol(String protocol) {
        return PROTOCOLS.getOrDefault(protocol, protocol);
    }

    /** The language to answer in: one that has labels, or empty for English. */
    static String language(String acceptLanguage) {
        for (String range : acceptLanguage.split(",")) {
            String tag = range.split(";")[0].strip().toLowerCase(Locale.ROOT);
            String language = tag.split("-")[0];
            if (language.equals("en") || BY_LANGUAGE.containsKey(language)) {
                return language.equals("en") ? "" : language;
            }
        }
        return "";
    }

    /** A stored list with its {@code formattedType} in another language. */
    static String translate(String jsonList, String language) {
        Map<String, String> labels = BY_LANGUAGE.getOrDefault(language, Map.of());
        if (labels.isEmpty() || !jsonList.contains("\"formattedType\"")) {
            return jsonList;
        }
        JsonArray items = JsonParser.parseString(jsonList).getAsJsonArray();
        for (JsonElement element : items) {
            JsonObject item = element.getAsJsonObject();
            String label = labels.get(Json.text(item, "type"));
            if (label != null) {
                item.addProperty("formattedType", label);
            }
        }
        return Json.write(items);
    }

    private static Map<String, String> labels(String list) {
        String[] words = list.split(",");
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < TYPES.length; i++) {
            map.put(TYPES[i], words[i]);
        }
        return Map.copyOf(map);
    }
}
