package org.muster.audit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads an FXML file as plain XML: words only by key, and a name for whatever takes the keyboard focus. */
final class FxmlAudit {
    private static final Set<String> WORDS = Set.of(
            "text", "promptText", "accessibleText", "accessibleHelp", "accessibleRoleDescription", "title", "headerText", "contentText", "fx:value");
    /** Their {@code text} is shown beside them and so is their name. */
    private static final Set<String> LABELLED = Set.of("Button", "CheckBox", "ToggleButton", "RadioButton", "MenuButton", "SplitMenuButton", "Hyperlink", "ToggleSwitch", "TitledPane");
    /** Their text, if they have any, is what is in them; a prompt goes away when one types. */
    private static final Set<String> UNLABELLED = Set.of(
            "TextField", "TextArea", "PasswordField", "CustomTextField", "CustomPasswordField", "PasswordTextField", "ComboBox", "ChoiceBox", "CheckComboBox",
            "SearchableComboBox", "Spinner", "Slider", "RangeSlider", "DatePicker", "ColorPicker", "TableView", "TreeView", "TreeTableView", "ListView",
            "CheckListView", "GridView", "SpreadsheetView", "Pagination");

    private final String name;
    private final String controller;
    private final Set<String> labelTargets = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private FxmlAudit(String name, String controller) {
        this.name = name;
        this.controller = controller;
    }

    /**
     * What is wrong, each with its fix.
     *
     * @param name of the file, for the report
     * @param controller the source of its controller, which may name a control by its {@code fx:id} when its words change; may be empty
     */
    static List<String> problems(String name, String fxml, String controller) {
        FxmlAudit audit = new FxmlAudit(name, controller);
        List<Element> elements = elements(fxml);
        elements.forEach(element -> {
            String target = element.getAttribute("labelFor");
            if (target.startsWith("$")) {
                audit.labelTargets.add(target.substring(1));
            }
        });
        elements.forEach(audit::words);
        elements.forEach(audit::focusable);
        return List.copyOf(audit.problems);
    }

    private void words(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String property = attribute.getNodeName().substring(attribute.getNodeName().lastIndexOf('.') + 1);
            // fx:value carries words only where a String is made.
            boolean words = WORDS.contains(property) && (!property.equals("fx:value") || element.getTagName().equals("String"));
            if (words && literal(attribute.getNodeValue())) {
                problems.add(name + ": " + describe(element) + " has the words \"" + attribute.getNodeValue() + "\" in " + property + "; move them to texts.properties and write %key");
            }
        }
        String tag = element.getTagName().substring(element.getTagName().lastIndexOf('.') + 1);
        boolean noChildren = element.getElementsByTagName("*").getLength() == 0;
        if (WORDS.contains(tag) && noChildren && literal(element.getTextContent().strip())) {
            problems.add(name + ": <" + tag + "> has the words \"" + element.getTextContent().strip() + "\"; move them to texts.properties and write %key");
        }
    }

    /** Signs without a letter, such as an arrow, are no words; an address on the web reads the same in every language. */
    private static boolean literal(String value) {
        return !value.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+") && !value.startsWith("%") && !value.startsWith("$") && value.codePoints().anyMatch(Character::isLetter);
    }

    private void focusable(Element element) {
        String type = element.getTagName();
        boolean labelled = LABELLED.contains(type);
        if (!labelled && !UNLABELLED.contains(type)) {
            return;
        }
        boolean named = has(element, "accessibleText") || labelled && has(element, "text");
        String id = element.getAttribute("fx:id");
        if (!named && (id.isEmpty() || !labelTargets.contains(id) && !namedInController(id, labelled))) {
            problems.add(name + ": " + describe(element) + " has no name for screen readers; give it "
                    + (labelled ? "a text, or an accessibleText when it shows an icon only" : "an accessibleText, or a Label with labelFor"));
        }
    }

    private static boolean has(Element element, String property) {
        if (!element.getAttribute(property).isBlank()) {
            return true;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(property) && !child.getTextContent().isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean namedInController(String id, boolean labelled) {
        String member = Pattern.quote(id) + "\\s*\\.\\s*";
        String text = labelled ? "|(?<!\\w)" + member + "(?:setText|textProperty)\\(" : "";
        return Pattern.compile("(?<!\\w)" + member + "(?:setAccessibleText|accessibleTextProperty)\\(" + text + "|setLabelFor\\(\\s*" + Pattern.quote(id) + "\\s*\\)")
                .matcher(controller).find();
    }

    private static String describe(Element element) {
        String id = element.getAttribute("fx:id");
        return element.getTagName() + (id.isEmpty() ? "" : " " + id);
    }

    private static List<Element> elements(String fxml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            NodeList all = builder.parse(new InputSource(new StringReader(fxml))).getElementsByTagName("*");
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
            return elements;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
