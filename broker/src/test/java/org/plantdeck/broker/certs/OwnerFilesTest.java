package org.plantdeck.broker.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;

final class OwnerFilesTest {

    @TempDir Path folder;

    @Test
    void aFileIsReplacedWholeAndWhatACrashLeftBesideItIsNotInTheWay() throws IOException {
        Path file = folder.resolve("a.key.pem");
        Files.writeString(folder.resolve("a.key.pem.new"), "half");

        OwnerFiles.write(file, new byte[] {1}, OwnerFiles.Readers.OWNER);
        OwnerFiles.write(file, new byte[] {2, 3}, OwnerFiles.Readers.OWNER);

        assertThat(file).hasBinaryContent(new byte[] {2, 3});
        assertThat(folder).isDirectoryNotContaining(it -> it.toString().endsWith(".new"));
    }

    @Test
    void aFolderThatIsThereKeepsItsRights() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));

        OwnerFiles.makeFolder(there);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void whereRightsAreListsTheOwnerIsTheOnlyOneOnIt() throws IOException {
        AclEntry file = OwnerFiles.ownerOnly(Files.getOwner(folder), false);
        AclEntry inherited = OwnerFiles.ownerOnly(Files.getOwner(folder), true);

        assertThat(file.type()).isEqualTo(AclEntryType.ALLOW);
        assertThat(file.principal()).isEqualTo(Files.getOwner(folder));
        assertThat(file.permissions()).containsExactlyInAnyOrder(AclEntryPermission.values());
        assertThat(file.flags()).isEmpty();
        assertThat(inherited.flags())
                .containsExactlyInAnyOrder(
                        AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }
}
