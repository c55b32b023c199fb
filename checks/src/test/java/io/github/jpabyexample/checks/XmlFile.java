package io.github.jpabyexample.checks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A {@code pom.xml} or {@code persistence.xml}, asked by XPath. */
record XmlFile(Path path, Node document) {

    static XmlFile read(Path path) {
        try {
            // Without namespaces, so that a path names elements as the file does.
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new XmlFile(path, builder.parse(path.toFile()));
        } catch (IOException | ParserConfigurationException | SAXException unreadable) {
            throw new IllegalStateException("Cannot read " + path, unreadable);
        }
    }

    String text(String xpath) {
        return texts(xpath).stream().findFirst().orElse("");
    }

    List<String> texts(String xpath) {
        return parts(xpath).stream()
                .map(part -> part.document().getTextContent().strip())
                .toList();
    }

    List<XmlFile> parts(String xpath) {
        try {
            var found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> new XmlFile(path, found.item(i)))
                    .toList();
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(xpath, wrong);
        }
    }
}
